// What `import 'electron'` means if Electron's own binary is missing: only what Allinea's main process uses,
// over an installed Chromium. Never packaged.
import { app } from './application.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Notification } from './notification.ts';
import { Menu, nativeTheme, net, powerMonitor, safeStorage, screen, shell } from './platform.ts';
import { protocol, session } from './protocol.ts';

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};

// electron-store uses the default export.
export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};
