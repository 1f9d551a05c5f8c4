// One commit as a line of JSON: all small values, and only the new, changed or removed rows of the tables.
import { z, parse, type BadInput } from '../../../core/kernel/parse.ts';
import { ok, type Result } from '../../../core/kernel/result.ts';
import { orderSchema } from '../../../core/orders/order.ts';
import { serviceSchema } from '../../../core/services/service.ts';
import { mailSchema, vendorCartSchema } from '../../../core/aruba/protocol.ts';
import {
  changeSchema,
  commandSchema,
  documentSchema,
  formerUserSchema,
  storedMethodSchema,
  type SimulatorDocument,
} from './state.ts';
import type { Table } from './table.ts';

const rowsOf = <S extends z.ZodType>(row: S) => z.object({ put: z.array(row), gone: z.array(z.string()) });

const lineSchema = z.object({
  head: documentSchema.omit({
    services: true,
    orders: true,
    carts: true,
    mails: true,
    commands: true,
    formerUsers: true,
    storedMethods: true,
    changes: true,
  }),
  services: rowsOf(serviceSchema),
  orders: rowsOf(orderSchema),
  carts: rowsOf(vendorCartSchema),
  mails: rowsOf(mailSchema),
  commands: rowsOf(commandSchema),
  formerUsers: rowsOf(formerUserSchema),
  storedMethods: rowsOf(storedMethodSchema),
  changes: rowsOf(changeSchema),
});

/**
 * Everything that differs between two states. Applying a line twice, or to a later state that
 * already holds it, does no harm.
 */
export function lineOf(before: SimulatorDocument, after: SimulatorDocument): string {
  const { services, orders, carts, mails, commands, formerUsers, storedMethods, changes, ...head } = after;
  return JSON.stringify({
    head,
    services: services.since(before.services),
    orders: orders.since(before.orders),
    carts: carts.since(before.carts),
    mails: mails.since(before.mails),
    commands: commands.since(before.commands),
    formerUsers: formerUsers.since(before.formerUsers),
    storedMethods: storedMethods.since(before.storedMethods),
    changes: changes.since(before.changes),
  });
}

interface Rows<T> {
  readonly put: readonly T[];
  readonly gone: readonly string[];
}

function merged<T>(table: Table<T>, { put, gone }: Rows<T>): Table<T> {
  const left = gone.reduce((rows, id) => rows.without(id), table);
  return put.reduce((rows, row) => rows.with(row), left);
}

/** The state after one more line. Refuses a text that is not such a line. */
export function withLine(state: SimulatorDocument, line: unknown): Result<SimulatorDocument, BadInput> {
  const parsed = parse(lineSchema, line);
  if (!parsed.ok) return parsed;
  const { head, ...rows } = parsed.value;
  return ok({
    ...head,
    services: merged(state.services, rows.services),
    orders: merged(state.orders, rows.orders),
    carts: merged(state.carts, rows.carts),
    mails: merged(state.mails, rows.mails),
    commands: merged(state.commands, rows.commands),
    formerUsers: merged(state.formerUsers, rows.formerUsers),
    storedMethods: merged(state.storedMethods, rows.storedMethods),
    changes: merged(state.changes, rows.changes),
  });
}
