import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { epochHeader } from '../../core/aruba/protocol.ts';
import type { Clock, Log, Scheduler } from '../../core/ports.ts';
import { requireBearer } from './http/auth.ts';
import type { Counter } from './counter.ts';
import { faultLayer } from './faults/faults.ts';
import { problem } from './http/http.ts';
import { limitLayer } from './http/limits.ts';
import { openApi } from './http/openapi.ts';
import type { Vendor } from './http/route.ts';
import { namedSchemas, pathParameters, routes } from './routes.ts';

const mostBytes = 1_048_576;

/**
 * Refuses a second request with the same key by 409 while the first one is in progress, delays
 * included (oracle idempotency).
 */
function oneAtATime(): MiddlewareHandler {
  const inFlight = new Set<string>();
  return async (c, next) => {
    const key = c.req.method === 'GET' ? undefined : c.req.header('idempotency-key')?.toLowerCase();
    if (key === undefined) return next();
    if (inFlight.has(key))
      return problem(c, 409, 'La prima richiesta con questa Idempotency-Key è ancora in corso');
    inFlight.add(key);
    try {
      await next();
    } finally {
      inFlight.delete(key);
    }
    return;
  };
}

/**
 * Makes what requests have changed durable before their answers leave: those that `gather` brings together by
 * one write, as a disk takes as long for one as for several. If it fails, none of them has happened, and
 * whoever worked meanwhile gets no answer either: it may have seen them.
 */
function durable(counter: Counter, gather: (() => Promise<void>) | undefined): MiddlewareHandler {
  let together: Promise<void> | null = null;
  let failed = 0;
  async function settleSoon(): Promise<void> {
    await gather?.();
    together = null;
    try {
      counter.settle();
    } catch (error) {
      failed += 1;
      throw error;
    }
  }
  return async (_, next) => {
    const before = failed;
    await next();
    if (!counter.settled()) await (together ??= settleSoon());
    if (failed !== before) throw new Error('not-durable');
  };
}

/**
 * Refuses by 410 a command that builds on another past of the vendor: what it names may be something else
 * now.
 */
const samePast =
  (counter: Counter): MiddlewareHandler =>
  async (c, next) => {
    const epoch = c.req.header(epochHeader);
    return epoch === undefined || epoch === counter.state().epoch
      ? next()
      : problem(c, 410, 'Il fornitore è stato ripristinato da una copia: rileggere tutto');
  };

export interface BackendSettings {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  /** Whether requests are limited from the start. */
  readonly limited: boolean;
  /** Waits for other requests that are there already. If it is absent, each is made durable alone. */
  readonly gather: (() => Promise<void>) | undefined;
  /** Whose request it is: the address, if there is a network. */
  readonly clientOf: (c: Context) => string;
}

/**
 * The whole HTTP application in Aruba's style (domain.md 6). The same application runs inside
 * the app and alone on loopback.
 */
export function createBackend(
  counter: Counter,
  { clock, scheduler, log, limited, gather, clientOf }: BackendSettings,
): Hono {
  const app = new Hono();
  const vendor = new Hono();
  const faults = faultLayer({ counter, scheduler, again: async (request) => vendor.fetch(request) });
  const limits = limitLayer(limited, clock, clientOf);
  app.use(bodyLimit({ maxSize: mostBytes, onError: (c) => problem(c, 413, 'Richiesta più grande di 1 MB') }));
  app.use(oneAtATime());
  app.use(faults.middleware);
  app.use(limits.middleware);
  vendor.use(durable(counter, gather));
  const bearer = requireBearer(counter);
  // Under /api an unknown address needs a token too.
  vendor.use('/api/*', bearer);
  vendor.use('/api/*', samePast(counter));
  const parts: Vendor = {
    counter,
    setFault: faults.setFault,
    setLimits: limits.setLimits,
    document: (c) => c.json(openApi({ routes, namedSchemas, pathParameters })),
  };
  for (const route of routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    if (route.bearer && !path.startsWith('/api/')) vendor.use(path, bearer);
    vendor.on(route.method, path, route.handler(parts));
  }
  app.route('/', vendor);
  for (const part of [app, vendor]) {
    part.notFound((c) => problem(c, 404, 'Indirizzo sconosciuto'));
    part.onError((error, c) => {
      log.error('simulator.request-failed', { method: c.req.method, path: c.req.path, error: error.name });
      return problem(c, 500, 'Errore interno');
    });
  }
  return app;
}
