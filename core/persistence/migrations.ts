import { schemaVersion } from './documents.ts';

type Step = (document: Record<string, unknown>) => Record<string, unknown>;

/**
 * Version 2 adds what a person said about the columns of staff lists. Only the workspace document has people.
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

/**
 * More than the rows of any document, so that the entries of a journal come after the rows of the checkpoint.
 */
const rowsBefore = 1_000_000;

/**
 * Version 3 stores the place of each person who waits. Before, the order of the rows was the queue. Rows of a
 * checkpoint are numbered in their order. Rows of a journal line come after them, by the number of the line.
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

/**
 * Version 4 chains the lines of the journal and stores the end of the journal in the checkpoint. Older lines
 * stay without a chain.
 */
const withChain: Step = (document) => {
  if (Array.isArray(document['changes'])) return { at: null, before: null, ...document };
  const { tables } = document;
  return typeof tables === 'object' && tables !== null && 'seq' in document
    ? { ...document, end: null, mended: withoutMissing(document['mended']) }
    : document;
};

const withoutMissing = (mended: unknown): readonly unknown[] =>
  Array.isArray(mended) ? mended.map((recovery: object) => ({ missing: null, last: null, ...recovery })) : [];

/** The step from version n to n + 1. A released step is never edited. */
const steps: ReadonlyMap<number, Step> = new Map([
  [1, withColumnMappings],
  [2, withQueue],
  [3, withChain],
]);

/** True if a newer Allinea wrote it. Whatever else it holds is unknown here. */
export const isNewer = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  'schemaVersion' in document &&
  typeof document.schemaVersion === 'number' &&
  Number.isInteger(document.schemaVersion) &&
  document.schemaVersion > schemaVersion;

/** The document in today's form. No version is left for the check to refuse. */
export function migrated(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('schemaVersion' in document)) return document;
  let current: Record<string, unknown> = { ...document };
  if (typeof current['schemaVersion'] !== 'number') return { ...current, schemaVersion: 'no version' };
  for (let version = current['schemaVersion']; version < schemaVersion; version += 1) {
    const step = steps.get(version);
    if (step === undefined) return { ...current, schemaVersion: `no way from version ${version}` };
    current = { ...step(current), schemaVersion: version + 1 };
  }
  return current;
}
