import type { ItemKind, ServiceKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { shorten } from '../../formats/spreadsheet/cell.ts';
import type { ServiceDetails } from '../fields.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { readDay } from './read-day.ts';
import { areTooMany, withGroup } from './read-groups.ts';
import type { KindReading } from './read-kind.ts';
import { withModule } from './read-modules.ts';
import { readQuantity } from './read-quantity.ts';
import type { RejectReason } from './reject-reason.ts';
import type { Fault, RowCells } from './row-in-hand.ts';

/** An item that a row of its own says: so many users, a module, or so many gigabytes. */
export interface ListedItem {
  readonly kind: Exclude<ItemKind, ServiceKind>;
  readonly quantity: number;
  readonly expiry: Day | null;
  /** The raw cells: what it is, how many, and until when. */
  readonly text: string;
}

/**
 * Reads a row as an item of a service. The quantity is in its column or in the text (`2 GB aggiuntivi`); if
 * neither has a number, it is 1. Refuses numbers that do not say how many. A blank expiry means: like the
 * service.
 */
export function readItem(
  read: RowCells,
  { kind, count, doubt }: Extract<KindReading, { readonly what: 'item' }>,
  order: DateOrder,
): Result<ListedItem, Fault> {
  const column = ['quantity', 'users', 'space'] as const;
  const field = column.find((name) => read.cell(name) !== '') ?? 'quantity';
  const listed = readQuantity(read.cell(field));
  if (!listed.ok) return err(read.fault(field, listed.error));
  const named = read.cell(columnOf(read));
  const quantity = listed.value;
  const unclear =
    doubt === 'several' ||
    // A module is bought or not: a year beside its name puts nothing in doubt.
    (doubt === 'other' && count === null && quantity === null && fieldOfItem(kind) !== 'modules') ||
    (count !== null && quantity !== null && count !== 1 && quantity !== 1 && quantity !== count);
  if (unclear)
    return err(
      read.fault(quantity === null ? columnOf(read) : field, {
        kind: 'unclear-quantity',
        value: shorten(named, 60),
        counted: count,
        quantity,
      }),
    );
  // "1 GB aggiuntivo", 3 times, are 3 GB; "3 utenti aggiuntivi", 1 time, are 3 users.
  const total = (quantity === 1 ? count : null) ?? quantity ?? count ?? 1;
  const expiry = readDay(read.cell('expiry'), order);
  if (!expiry.ok) return err(read.fault('expiry', expiry.error));
  const text = [named, read.cell(field), read.cell('expiry')].filter((cell) => cell !== '').join(' ');
  return ok({ kind, quantity: total, expiry: expiry.value, text });
}

/** The column that says what the row is. */
const columnOf = (read: RowCells): 'item' | 'kind' => (read.cell('item') === '' ? 'kind' : 'item');

/**
 * The service with one more item. Refuses a module that it already has with another expiry, and more groups
 * than a service can have.
 */
export function withItem(
  details: ServiceDetails,
  { kind, quantity, expiry, text }: ListedItem,
): Result<ServiceDetails, RejectReason> {
  if (kind !== 'user' && kind !== 'extra-gb') {
    // A quantity of 0 says that the module was not bought.
    const before = details.modules ?? [];
    const modules = quantity === 0 ? before : withModule(before, { kind, expiry });
    return modules === undefined
      ? err({ kind: 'duplicate-module', module: kind })
      : ok({ ...details, modules });
  }
  const field = kind === 'user' ? 'users' : 'space';
  const before = details[field] ?? [];
  const groups = quantity === 0 ? before : withGroup(before, { quantity, expiry });
  return areTooMany(groups)
    ? err({ kind: 'bad-quantity', value: shorten(text, 60), problem: 'too-many', likely: null })
    : ok({ ...details, [field]: groups });
}

/** The field of the register that an item belongs to. */
export const fieldOfItem = (kind: ListedItem['kind']): 'users' | 'space' | 'modules' =>
  kind === 'user' ? 'users' : kind === 'extra-gb' ? 'space' : 'modules';
