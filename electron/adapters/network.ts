// The network as the operating system has it: Electron's `net` knows the system's proxy and its certificates,
// Node's own fetch knows neither.
import { net } from 'electron';

export type Ask = (url: URL, request: RequestInit) => Promise<Response>;

/** Sends no cookie, keeps none, and stores no answer. Call it after `ready`. */
export const askNetwork: Ask = (url, request) =>
  net.fetch(url.href, {
    ...request,
    credentials: 'omit',
    cache: 'no-store',
    bypassCustomProtocolHandlers: true,
  });
