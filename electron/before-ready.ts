// What Electron accepts only before `ready`, or should know before the first window. Nothing here may wait:
// `ready` comes as soon as the main module has run to its first pause.
import { app } from 'electron';
import { declareAppScheme } from './app-protocol.ts';
import { confinePages } from './security.ts';

/** The installer writes it into its shortcuts (packaging/config.ts). */
export const appId = 'it.allinea.desktop';

/** Windows finds the program by it if a notification is clicked. It must never change. */
const toastActivator = '{6B0F5C1E-7C55-4C0E-9B51-3C1D0A7E2F48}';

/** Call it before anything else asks Electron for something. */
export function prepareElectron(platform: NodeJS.Platform = process.platform): void {
  // It would remove --no-sandbox, which an AppImage needs where user namespaces are blocked, and root always.
  // Every window asks for its sandbox itself (security.ts).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (platform === 'win32') {
    // Windows groups windows and shows notifications by this name. Only an installed program has a shortcut
    // with the name of the application.
    app.setAppUserModelId(app.isPackaged ? appId : process.execPath);
    app.setToastActivatorCLSID(toastActivator);
  }
  declareAppScheme();
  confinePages();
}
