import { schemaVersion } from './documents.ts';

type Step = (document: Record<string, unknown>) => Record<string, unknown>;

/**
 * Version 2 remembers what the columns of staff lists are. Of the documents only the workspace has people.
 */
const withColumnMappings: Step = (document) => {
  const { tables } = document;
  return typeof tables === 'object' && tables !== null && 'people' in tables
    ? { ...document, tables: { columnMappings: [], ...tables } }
    : document;
};

interface Need {
  readonly order?: number;
}

/** More than any document's number of rows: what a journal adds comes behind what the checkpoint holds. */
const rowsBefore = 1_000_000;

/**
 * Version 3 keeps the place of each person who waits. Before, the order of the rows was the queue.
 * The rows of a checkpoint are numbered as they stand. Those of a journal line follow, by the number of the
 * line.
 */
const withQueue: Step = (document) => {
  const { tables, seq, changes } = document;
  if (Array.isArray(changes) && typeof seq === 'number')
    return {
      ...document,
      changes: changes.map((change: { readonly table?: unknown; readonly value?: Need | null }, index) =>
        change?.table === 'needs' && change.value !== null
          ? { ...change, value: { order: seq * rowsBefore + index, ...change.value } }
          : change,
      ),
    };
  if (typeof tables !== 'object' || tables === null || !('needs' in tables)) return document;
  if (!Array.isArray(tables.needs)) return document;
  const needs = tables.needs.map((need: Need, index) => ({ order: index, ...need }));
  return { ...document, tables: { ...tables, needs } };
};

/** Steps from version n to n + 1, never edited once released. */
const steps: ReadonlyMap<number, Step> = new Map([
  [1, withColumnMappings],
  [2, withQueue],
]);

/** The document in today's form; a version from the future or none at all is left for the check to refuse. */
export function migrated(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('schemaVersion' in document)) return document;
  let current: Record<string, unknown> = { ...document };
  if (typeof current['schemaVersion'] !== 'number' || current['schemaVersion'] > schemaVersion)
    return { ...current, schemaVersion: 'from a newer Allinea' };
  for (let version = current['schemaVersion']; version < schemaVersion; version += 1) {
    const step = steps.get(version);
    if (step === undefined) return { ...current, schemaVersion: `no way from version ${version}` };
    current = { ...step(current), schemaVersion: version + 1 };
  }
  return current;
}
