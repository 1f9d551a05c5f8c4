import { Hono, type MiddlewareHandler } from 'hono';
import { z } from '../../core/kernel/parse.ts';
import { accepted } from '../../core/vendor/protocol.ts';
import { jsonBody } from './http.ts';

/** `lost-reply` processes the request and loses the answer; all others but `slow` leave it unprocessed. */
const faultKinds = ['none', 'offline', 'html', 'slow', 'lost-reply', 'too-many-requests'] as const;

/** `POST /simulator/faults`. `times`: how many requests it hits, all where left out; `path`: only those that start so. */
export const faultSchema = z.object({
  kind: z.enum(faultKinds),
  times: z.int().min(1).optional(),
  delayMs: z.int().min(0).max(600_000).default(2000),
  path: z.string().startsWith('/').default('/'),
});
export type Fault = z.output<typeof faultSchema>;

/** Tells the embedding side that this answer stands for a connection that never was. */
export const offlineHeader = 'x-simulated-offline';

const page = (title: string): string => `<!DOCTYPE html><html lang="it"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;

const none: Fault = { kind: 'none', delayMs: 0, path: '/' };

/** A switch for what goes wrong between client and vendor. It lives in memory only and never touches `/simulator`. */
export function faultLayer(): { readonly middleware: MiddlewareHandler; readonly routes: Hono } {
  let fault = none;

  const take = (path: string): Fault => {
    if (path.startsWith('/simulator/') || !path.startsWith(fault.path)) return none;
    const taken = fault;
    if (fault.times !== undefined) fault = fault.times > 1 ? { ...fault, times: fault.times - 1 } : none;
    return taken;
  };

  const middleware: MiddlewareHandler = async (c, next) => {
    const { kind, delayMs } = take(c.req.path);
    switch (kind) {
      case 'none':
        return next();
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        return next();
      case 'lost-reply':
        await next();
        c.res = new Response(page('504 Gateway Timeout'), { status: 504, headers: { 'content-type': 'text/html; charset=utf-8' } });
        return;
      case 'offline':
        return c.text('', 503, { [offlineHeader]: '1' });
      case 'html':
        return c.html(page('Sito in manutenzione'));
      case 'too-many-requests':
        return c.html(page('429 Too Many Requests'), 429);
    }
  };

  const routes = new Hono();
  routes.post('/simulator/faults', async (c) => {
    const wanted = await jsonBody(c, faultSchema);
    if (!wanted.ok) return wanted.error;
    fault = wanted.value;
    return c.json({ errorCode: accepted, errorDescription: 'Fatto', fault });
  });
  return { middleware, routes };
}
