import type { Fetch, HttpAnswer, HttpRequest } from '../../core/ports.ts';
import { offlineHeader } from './faults/faults.ts';
import { openBackend, type BackendPorts, type StartNotice } from './open-backend.ts';

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
  const ask = async ({ method, path, headers, body }: HttpRequest): Promise<HttpAnswer | undefined> => {
    const response = await app.fetch(
      new Request(new URL(path, 'http://backend.invalid'), {
        method,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    );
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
