import { applyChanges, type Change, type MutableTables, type Tables } from './state.ts';

/**
 * Tables that are being changed in several parts. The given ones keep their rows, and a table without a
 * change stays the same object, so that a screen sees by identity what changed.
 */
export function changing<Rows>(tables: Tables<Rows>): {
  readonly write: (changes: readonly Change<Rows>[]) => void;
  readonly tables: () => Tables<Rows>;
} {
  const copied = new Set<keyof Rows>();
  let next = tables as MutableTables<Rows>;
  return {
    write(changes) {
      const touched = new Set(changes.map(({ table }) => table));
      const fresh = [...touched].filter((table) => !copied.has(table));
      if (fresh.length > 0)
        next = { ...next, ...Object.fromEntries(fresh.map((table) => [table, new Map(next[table])])) };
      for (const table of fresh) copied.add(table);
      applyChanges(next, changes);
    },
    tables: () => next,
  };
}

/** The tables after the changes (see `changing`). */
export function withChanges<Rows>(tables: Tables<Rows>, changes: readonly Change<Rows>[]): Tables<Rows> {
  const next = changing(tables);
  next.write(changes);
  return next.tables();
}
