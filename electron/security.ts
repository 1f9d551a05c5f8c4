// Electron's security checklist in one file: what the page may do, where it may go, and which pages may open
// in the person's own browser.
import { app, shell, type Session, type WebContents, type WebPreferences } from 'electron';

export const appOrigin = 'app://allinea';

/**
 * Allows nothing from outside, nothing inline and no eval. No text becomes markup or a script, but for what
 * the only policy lets through (renderer/trusted-types.ts). Every answer of the app protocol carries it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Hosts whose pages a person may open from Allinea: the vendor's guides, shop and support. */
const outsideHosts = new Set([
  'fatturazioneelettronica.aruba.it',
  'guide.aruba.it',
  'guide.pec.it',
  'assistenza.aruba.it',
  'managehosting.aruba.it',
  'www.aruba.it',
  'areaclienti.pec.it',
  'pagamenti.aruba.it',
  'fatture.aruba.it',
  'assistenzaclienti.aruba.it',
  'www.pec.it',
]);

/** The page's settings: isolated, sandboxed, without Node. They do not rely on Electron's defaults. */
export const pagePreferences = (preload: string): WebPreferences => ({ ...withoutPreload(), preload });

function withoutPreload(): WebPreferences {
  return {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
  };
}

/** The settings of a page that is only printed: no script runs in it, and it cannot reach the application. */
export const unseenPreferences: WebPreferences = { ...withoutPreload(), javascript: false };

/**
 * True for pages of the application itself. Node gives the origin of an app: URL as 'null', so
 * protocol and host are compared.
 */
export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'app:' && url.host === 'allinea';
}

/** True for an https page on the list, without credentials and on the standard port. */
export function mayOpenOutside(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === 'https:' &&
    outsideHosts.has(url.hostname) &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/**
 * Denies every permission: camera, location, notifications, devices. The person is never asked. Nothing is
 * downloaded either: files leave the program through its own dialogs.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * Keeps every page of the process where it is: no navigation away, no new window, no webview. Call it
 * before the first window opens.
 */
export function confinePages(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

function confine(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isAppUrl(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) openOutside(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

function openOutside(url: string): void {
  // If no browser can open it, nothing happens: that needs no message.
  if (mayOpenOutside(url)) shell.openExternal(url).catch(() => undefined);
}
