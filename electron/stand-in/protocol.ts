// Electron's `protocol` and `session`. Chromium does not know the app: scheme. So the page has an https
// origin that does not exist, and its requests never leave this process.
import { EventEmitter } from 'node:events';
import { onlyBefore, onlyReady } from './application.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged(): void {
    // https already has every privilege.
    onlyBefore('protocol.registerSchemesAsPrivileged');
  },
  handle(scheme: string, handler: Handler): void {
    onlyReady('protocol.handle');
    handlers.set(scheme, handler);
  },
};

/** `.invalid` is reserved: nobody can own it. */
export const pageOrigin = 'https://allinea.invalid';
const appOrigin = 'app://allinea';

/** Translates the address that Chromium sees into the address that the application sees. */
export const toAppUrl = (url: string): string =>
  url === pageOrigin || url.startsWith(`${pageOrigin}/`) ? appOrigin + url.slice(pageOrigin.length) : url;

/** Translates the application's address into Chromium's. */
export const toPageUrl = (url: string): string =>
  url === appOrigin || url.startsWith(`${appOrigin}/`) ? pageOrigin + url.slice(appOrigin.length) : url;

/** What the handler of its scheme answers to a request of the page. Null if the scheme has none. */
export async function answerOf(pageUrl: string, method: string): Promise<Response | null> {
  const url = toAppUrl(pageUrl);
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  return handler === undefined ? null : handler(new Request(url, { method }));
}

type PermissionHandler = (contents: object, permission: string, answer: (granted: boolean) => void) => void;

/** The browser refuses all permissions, whatever the handlers say (see browser.ts). */
const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler(_handler: PermissionHandler): void {},
  setPermissionCheckHandler(_handler: () => boolean): void {},
  setDevicePermissionHandler(_handler: () => boolean): void {},
});

export const session = {
  get defaultSession(): typeof defaultSession {
    onlyReady('session.defaultSession');
    return defaultSession;
  },
};
