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
 * The application behind a loopback port: web pages are refused (a browser tells their Origin, and rebinding
 * shows in Host),
 * and the fault `offline` breaks the connection, which is as near as a listening server comes to being away.
 */
export const localOnly =
  (app: Hono) =>
  async (request: Request, bindings: HttpBindings | Http2Bindings): Promise<Response> => {
    if (!loopback.has(new URL(request.url).hostname) || request.headers.has('origin')) return forbidden();
    const response = await app.fetch(request, bindings);
    if (response.headers.has(offlineHeader)) bindings.incoming.socket.destroy();
    return response;
  };
