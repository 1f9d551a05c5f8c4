import { Hono } from 'hono';
import { z } from '../../../core/kernel/parse.ts';
import { changesAfter } from '../state/change-log.ts';
import type { Counter } from '../counter.ts';
import { pageOf, pageQuerySchema, problem, queryNumber, queryOf } from './http.ts';
import { serviceOf } from '../state/state.ts';

export const changesQuerySchema = z.object({
  cursor: queryNumber(0, Number.MAX_SAFE_INTEGER, 0),
  size: queryNumber(1, 100, 100),
});

/**
 * What can only be read: price lists, services with their parts, mails, and the changes that a client pulls
 * (domain.md 6.3, 6.8).
 */
export function readRoutes(counter: Counter): Hono {
  const routes = new Hono();
  routes.get('/api/v2/priceLists', (c) => {
    const query = queryOf(c, pageQuerySchema);
    return query.ok ? c.json(pageOf(counter.state().priceLists, query.value)) : query.error;
  });
  routes.get('/api/v2/services', (c) => {
    const query = queryOf(c, pageQuerySchema);
    return query.ok ? c.json(pageOf(counter.state().services.rows(), query.value)) : query.error;
  });
  routes.get('/api/v2/services/:serviceId', (c) => {
    const service = serviceOf(counter.state(), c.req.param('serviceId'));
    return service === undefined ? problem(c, 404, 'Servizio sconosciuto') : c.json(service);
  });
  for (const part of ['items', 'users'] as const)
    routes.get(`/api/v2/services/:serviceId/${part}`, (c) => {
      const query = queryOf(c, pageQuerySchema);
      if (!query.ok) return query.error;
      const service = serviceOf(counter.state(), c.req.param('serviceId'));
      return service === undefined
        ? problem(c, 404, 'Servizio sconosciuto')
        : c.json(pageOf<unknown>(service[part], query.value));
    });
  routes.get('/api/v2/mails', (c) => {
    const query = queryOf(c, pageQuerySchema);
    return query.ok ? c.json(pageOf(counter.state().mails.rows(), query.value)) : query.error;
  });
  routes.get('/api/v2/changes', (c) => {
    const query = queryOf(c, changesQuerySchema);
    return query.ok
      ? c.json(changesAfter(counter.state(), query.value.cursor, query.value.size))
      : query.error;
  });
  return routes;
}
