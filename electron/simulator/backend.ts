import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock, Log } from '../../core/ports.ts';
import { authRoutes, requireBearer } from './auth.ts';
import { cartRoutes } from './cart-routes.ts';
import type { Desk } from './desk.ts';
import { faultLayer } from './faults.ts';
import { problem } from './http.ts';
import { limitLayer } from './limits.ts';
import { openApi } from './openapi.ts';
import { orderRoutes } from './order-routes.ts';
import { renewalRoutes } from './renewal-routes.ts';
import { readRoutes } from './routes.ts';
import { simulatorRoutes } from './simulator-routes.ts';
import { userRoutes } from './user-routes.ts';

const mostBytes = 1_048_576;

/** A key is in flight from the moment its request arrives, delays included: the same key meanwhile is 409 (oracle idempotency). */
function oneAtATime(): MiddlewareHandler {
  const inFlight = new Set<string>();
  return async (c, next) => {
    const key = c.req.method === 'GET' ? undefined : c.req.header('idempotency-key')?.toLowerCase();
    if (key === undefined) return next();
    if (inFlight.has(key)) return problem(c, 409, 'La prima richiesta con questa Idempotency-Key è ancora in corso');
    inFlight.add(key);
    try {
      await next();
    } finally {
      inFlight.delete(key);
    }
    return;
  };
}

export interface BackendSettings {
  readonly clock: Clock;
  readonly log: Log;
  /** Whether requests a minute are counted from the start. */
  readonly limited: boolean;
  /** Whose request it is: the address, where there is a network. */
  readonly clientOf: (c: Context) => string;
}

/** The whole HTTP application in Aruba's style (domain.md 6): the same one inside the app and alone on loopback. */
export function createBackend(desk: Desk, { clock, log, limited, clientOf }: BackendSettings): Hono {
  const app = new Hono();
  const faults = faultLayer();
  const limits = limitLayer(limited, clock, clientOf);
  app.use(bodyLimit({ maxSize: mostBytes, onError: (c) => problem(c, 413, 'Richiesta più grande di 1 MB') }));
  app.use(oneAtATime());
  app.use(faults.middleware);
  app.use(limits.middleware);
  app.use('/api/*', requireBearer(desk));
  for (const routes of [
    authRoutes(desk),
    readRoutes(desk),
    orderRoutes(desk),
    userRoutes(desk),
    renewalRoutes(desk),
    cartRoutes(desk),
    simulatorRoutes(desk),
    faults.routes,
    limits.routes,
  ])
    app.route('/', routes);
  app.get('/openapi.json', (c) => c.json(openApi()));
  app.notFound((c) => problem(c, 404, 'Indirizzo sconosciuto'));
  app.onError((error, c) => {
    log.error('simulator.request-failed', { method: c.req.method, path: c.req.path, error: error.name });
    return problem(c, 500, 'Errore interno');
  });
  return app;
}
