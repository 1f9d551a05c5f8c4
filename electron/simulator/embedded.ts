import type { Fetch, HttpAnswer, HttpRequest } from '../../core/ports.ts';
import { offlineHeader } from './faults/faults.ts';
import { openBackend, type BackendPorts, type StartNotice } from './open-backend.ts';

/**
 * What the application reads of a request. A real `Request` brings a signal and a stream for each call, which
 * nobody here uses: it took a tenth of an exchange.
 */
function plainRequest(sent: HttpRequest): Request {
  const { method, path, headers, body } = sent;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return {
    method,
    url: new URL(path, 'http://backend.invalid').href,
    headers: new Headers({ ...headers, ...length }),
    body: body ?? null,
    text: async () => body ?? '',
    json: async () => JSON.parse(body ?? ''),
    clone: () => plainRequest(sent),
  } as unknown as Request;
}

/**
 * The app's own backend, inside the process. It opens no port, and the client cannot distinguish it
 * from a backend on a network.
 */
export function embeddedBackend(ports: BackendPorts): {
  readonly fetch: Fetch;
  readonly notice: StartNotice | null;
} {
  const { app, notice } = openBackend(ports);

  /** Returns undefined if no answer ever comes. */
  const ask = async (request: HttpRequest): Promise<HttpAnswer | undefined> => {
    const response = await app.fetch(plainRequest(request));
    const away = response.headers.get(offlineHeader);
    if (away !== null) return away === 'silent' ? undefined : { kind: 'unreachable' };
    return {
      kind: 'answer',
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  };

  const fetch: Fetch = (request) =>
    new Promise((resolve) => {
      // As on a network, processing continues after the request has timed out.
      const callOff = ports.scheduler.after(request.timeoutMs, () => resolve({ kind: 'no-answer' }));
      void ask(request)
        .catch((): HttpAnswer => ({ kind: 'no-answer' }))
        .then((answer) => {
          if (answer === undefined) return;
          callOff();
          resolve(answer);
        });
    });

  return { fetch, notice };
}
