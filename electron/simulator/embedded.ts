import type { Fetch, HttpAnswer, HttpRequest, Scheduler } from '../../core/ports.ts';
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

/** Resolves with undefined if no answer ever comes. Rejects if the vendor breaks: its answer is unknown. */
export type Answer = (request: HttpRequest) => Promise<HttpAnswer | undefined>;

/** Asks a vendor that is no network away. As on a network, it goes on after the request has timed out. */
export const fetchFrom =
  (answer: Answer, scheduler: Scheduler): Fetch =>
  (request) =>
    new Promise((resolve) => {
      const callOff = scheduler.after(request.timeoutMs, () => resolve({ kind: 'no-answer' }));
      void answer(request)
        .catch((): HttpAnswer => ({ kind: 'no-answer' }))
        .then((came) => {
          if (came === undefined) return;
          callOff();
          resolve(came);
        });
    });

/**
 * The app's own backend, inside the process. It opens no port, and the client cannot distinguish it
 * from a backend on a network.
 */
export function embeddedBackend(ports: BackendPorts): {
  readonly answer: Answer;
  readonly fetch: Fetch;
  readonly notice: StartNotice | null;
} {
  const { app, notice } = openBackend(ports);

  const answer: Answer = async (request) => {
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

  return { answer, fetch: fetchFrom(answer, ports.scheduler), notice };
}
