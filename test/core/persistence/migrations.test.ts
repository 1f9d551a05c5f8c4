import { describe, expect, test } from 'vitest';
import { finish } from '../../../core/kernel/steps.ts';
import { schemaVersion } from '../../../core/persistence/documents.ts';
import { checkJournalLine } from '../../../core/persistence/check.ts';
import { migrated } from '../../../core/persistence/migrations.ts';

const checkLine = (document: unknown) => finish(checkJournalLine(JSON.stringify(document) ?? '', 0));
const lineOf = (version: unknown) => ({ schemaVersion: version, seq: 1, changes: [] });

describe('migrations', () => {
  test('there is a way from every released version to today’s', () => {
    for (let version = 1; version <= schemaVersion; version += 1)
      expect(migrated({ schemaVersion: version, a: 1 })).toMatchObject({ schemaVersion });
  });

  test('a workspace of version 1 has no columns to remember yet; the journal and the replica have none at all', () => {
    expect(migrated({ schemaVersion: 1, seq: 3, tables: { people: ['anybody'] } })).toEqual({
      schemaVersion: 2,
      seq: 3,
      tables: { people: ['anybody'], columnMappings: [] },
    });
    expect(migrated({ schemaVersion: 1, tables: { services: [] } })).toEqual({
      schemaVersion: 2,
      tables: { services: [] },
    });
    expect(migrated(lineOf(1))).toEqual(lineOf(2));
  });

  test('a document of today is left as it is', () => {
    const document = lineOf(schemaVersion);
    expect(migrated(document)).toEqual(document);
    expect(checkLine(document).ok).toBe(true);
  });

  test.each([schemaVersion + 1, 0, -3, 1.5, '1', null, undefined, Number.NaN])(
    'version %s is refused, whatever else it holds',
    (version) => {
      expect(checkLine(lineOf(version))).toMatchObject({ ok: false, error: { reason: 'unreadable' } });
    },
  );

  test.each([null, undefined, 3, 'text', [], {}])('%j has no version and is refused', (document) => {
    expect(migrated(document)).toEqual(document);
    expect(checkLine(document).ok).toBe(false);
  });
});
