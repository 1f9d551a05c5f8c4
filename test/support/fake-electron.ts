// Replaces `import 'electron'` in unit tests: what Allinea uses of it, with Electron's own order, events and
// copying. test/contract/electron holds it against Electron's types and against the stand-in.
import {
  app,
  ipcMain,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from './electron/app.ts';
import { contextBridge, ipcRenderer } from './electron/bridge.ts';
import { BrowserWindow, dialog, Menu, Notification } from './electron/windows.ts';

export { displays, opened, schemes, shown } from './electron/app.ts';
export { across, exposed, invoked, mainProcess } from './electron/bridge.ts';
export { calls, enter } from './electron/phase.ts';
export {
  errorBoxes,
  loading,
  menus,
  messageBoxes,
  notificationEnds,
  saveDialog,
} from './electron/windows.ts';
export {
  app,
  BrowserWindow,
  contextBridge,
  dialog,
  ipcMain,
  ipcRenderer,
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

export default {
  app,
  BrowserWindow,
  contextBridge,
  dialog,
  ipcMain,
  ipcRenderer,
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
