import { err, ok, type Result } from '../../kernel/result.ts';
import type { Group } from '../fields.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { readDay, type DayReason } from './read-day.ts';
import { mostQuantity, readQuantity, type QuantityReason } from './read-quantity.ts';

/** The longest cell of groups or modules that is read. */
export const longestParts = 2000;

/** The most groups of a service (see fieldSchemas). */
const mostGroups = 50;

/** A part with an expiry of its own: `3 (15/03/2027)`, `3 fino al 15/03/2027`. */
const dated = /^([^()]*?) ?(?:\(([^()]*)\)|(?:fino al|scad\.|scadenza|until) ?:? ?([^()]+))$/i;

/** Divides `3 (15/03/2027) + 2` at the plus signs and semicolons, and each part into text and expiry. */
export const partsOf = (cell: string): readonly { readonly text: string; readonly expiry: string }[] =>
  cell
    .split(/[+;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const match = dated.exec(part);
      return match === null
        ? { text: part, expiry: '' }
        : { text: (match[1] ?? '').trim(), expiry: (match[2] ?? match[3] ?? '').trim() };
    });

type GroupsReason = QuantityReason | DayReason | { readonly kind: 'too-long'; readonly most: number };

/**
 * Reads groups of users or space: `3`, or `3 (15/03/2027) + 2 (24/11/2027)`. 0 gives no group. Null if the
 * cell says nothing.
 */
export function readGroups(cell: string, order: DateOrder): Result<readonly Group[] | null, GroupsReason> {
  if (cell.length > longestParts) return err({ kind: 'too-long', most: longestParts });
  const parts = /^[+]/.test(cell) ? [{ text: cell, expiry: '' }] : partsOf(cell);
  const groups: Group[] = [];
  let said = false;
  for (const { text, expiry } of parts) {
    const quantity = readQuantity(text);
    if (!quantity.ok) return quantity;
    if (quantity.value === null) continue;
    const day = readDay(expiry, order);
    if (!day.ok) return day;
    said = true;
    if (quantity.value > 0) groups.push({ quantity: quantity.value, expiry: day.value });
  }
  return areTooMany(groups)
    ? err({ kind: 'bad-quantity', value: cell.slice(0, 60), problem: 'too-many', likely: null })
    : ok(said ? groups : null);
}

/** Whether a service cannot have so many groups, or so many users or gigabytes. */
export const areTooMany = (groups: readonly Group[]): boolean =>
  groups.length > mostGroups || groups.reduce((sum, { quantity }) => sum + quantity, 0) > mostQuantity;

/** Adds a group. Groups with the same expiry become one. */
export const withGroup = (groups: readonly Group[], added: Group): readonly Group[] =>
  groups.some(({ expiry }) => expiry === added.expiry)
    ? groups.map((group) =>
        group.expiry === added.expiry ? { ...group, quantity: group.quantity + added.quantity } : group,
      )
    : [...groups, added];
