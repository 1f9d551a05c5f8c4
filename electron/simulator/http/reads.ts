// Routes that only read: price lists, services and their parts, mails, and the changes that a client
// pulls (domain.md 6.3, 6.8).
import { z } from '../../../core/kernel/parse.ts';
import { changesAfter } from '../state/change-log.ts';
import { serviceOf, type SimulatorDocument } from '../state/state.ts';
import { pageOf, pageQuerySchema, partOf, problem, queryNumber, queryOf } from './http.ts';
import type { Handler, Vendor } from './route.ts';

export const changesQuerySchema = z.object({
  cursor: queryNumber(0, Number.MAX_SAFE_INTEGER, 0),
  size: queryNumber(1, 100, 100),
});

/** One page of the rows that `rowsOf` returns. */
const listOf =
  (rowsOf: (state: SimulatorDocument) => readonly unknown[]) =>
  ({ counter }: Vendor): Handler =>
  (c) => {
    const query = queryOf(c, pageQuerySchema);
    return query.ok ? c.json(pageOf(rowsOf(counter.state()), query.value)) : query.error;
  };

export const listPriceLists = listOf(({ priceLists }) => priceLists);
export const listServices = listOf(({ services }) => services.rows());
export const listMails = listOf(({ mails }) => mails.rows());

export const readService =
  ({ counter }: Vendor): Handler =>
  (c) => {
    const service = serviceOf(counter.state(), partOf(c, 'serviceId'));
    return service === undefined ? problem(c, 404, 'Servizio sconosciuto') : c.json(service);
  };

/** One page of a service's items or users. */
export const listPart =
  (part: 'items' | 'users') =>
  ({ counter }: Vendor): Handler =>
  (c) => {
    const query = queryOf(c, pageQuerySchema);
    if (!query.ok) return query.error;
    const service = serviceOf(counter.state(), partOf(c, 'serviceId'));
    return service === undefined
      ? problem(c, 404, 'Servizio sconosciuto')
      : c.json(pageOf<unknown>(service[part], query.value));
  };

export const readChanges =
  ({ counter }: Vendor): Handler =>
  (c) => {
    const query = queryOf(c, changesQuerySchema);
    return query.ok
      ? c.json(changesAfter(counter.state(), query.value.cursor, query.value.size))
      : query.error;
  };
