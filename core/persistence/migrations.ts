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

/** Steps from version n to n + 1, never edited once released. */
const steps: ReadonlyMap<number, Step> = new Map([[1, withColumnMappings]]);

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
