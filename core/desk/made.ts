import { groupBy } from '../kernel/group-by.ts';
import type { AppState, WorkspaceChange, WorkspaceRows } from './rows/state.ts';

/** The ids of the rows that a command makes, by table. A table without a new row is absent. */
export type Made = { readonly [T in keyof WorkspaceRows]?: readonly string[] };

/** What `changes` would make, before they are applied to `workspace`. */
export function madeBy(
  { workspace }: Pick<AppState, 'workspace'>,
  changes: readonly WorkspaceChange[],
): Made {
  const rows = changes.filter(({ table, id, value }) => value !== null && !workspace[table].has(id));
  const tables = groupBy(rows, ({ table }) => table);
  return Object.fromEntries([...tables].map(([table, made]) => [table, made.map(({ id }) => id)]));
}
