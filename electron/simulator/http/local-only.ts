import type { Context, Hono } from 'hono';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { offlineHeader } from '../faults/faults.ts';

const loopback = new Set(['127.0.0.1', 'localhost']);
const forbidden = () =>
  Response.json(
    { errorCode: '0403', errorDescription: 'Solo da questo computer, e non da una pagina web' },
    { status: 403 },
  );

/** Limits are counted for each address (domain.md 6.5). */
export const addressOf = (c: Context): string => getConnInfo(c).remote.address ?? '';

/**
 * Puts the application behind a loopback port. Refuses web pages: a browser sends their Origin, and DNS
 * rebinding shows in Host. The fault `offline` breaks the connection, which is the nearest that a listening
 * server comes to being offline.
 */
export const localOnly =
  (app: Hono) =>
  async (request: Request, bindings: HttpBindings | Http2Bindings): Promise<Response> => {
    if (!loopback.has(new URL(request.url).hostname) || request.headers.has('origin')) return forbidden();
    const response = await app.fetch(request, bindings);
    if (response.headers.has(offlineHeader)) bindings.incoming.socket.destroy();
    return response;
  };
