// The rows that desks and server share, and how two lists of them differ.
import type { AppState } from '../../../core/desk/rows/state.ts';
import { workspaceTables } from '../../../core/desk/rows/tables.ts';
import { deskTables } from '../../../core/shared/protocol.ts';
import type { StudioContent } from '../../support/memory-studio.ts';

const shared = workspaceTables.filter((table) => !(deskTables as readonly string[]).includes(table));

/** Rows as text, whatever the order of rows and keys. */
export function textOf(rows: Iterable<readonly [string, unknown]>): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [key, sorted(part)]),
    );
  };
  return JSON.stringify(
    [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, row]) => [name, sorted(row)]),
  );
}

export const deskRows = ({
  workspace,
}: Pick<AppState, 'workspace'>): readonly (readonly [string, unknown])[] =>
  shared.flatMap((table) => [...workspace[table]].map(([id, row]) => [`${table} ${id}`, row] as const));

export const serverRows = ({ rows }: StudioContent): readonly (readonly [string, unknown])[] =>
  [...rows.values()]
    .filter(({ value }) => value !== null)
    .map(({ table, id, value }) => [`${table} ${id}`, value] as const);

/** What differs between two lists of rows, for people. */
export function differenceOf(
  a: readonly (readonly [string, unknown])[],
  b: readonly (readonly [string, unknown])[],
): string {
  const other = new Map(b);
  const names = new Set([...a.map(([name]) => name), ...other.keys()]);
  const mine = new Map(a);
  return [...names]
    .filter((name) => textOf([[name, mine.get(name)]]) !== textOf([[name, other.get(name)]]))
    .slice(0, 4)
    .map((name) => `${name}: ${JSON.stringify(mine.get(name))} / ${JSON.stringify(other.get(name))}`)
    .join('; ');
}
