import { describe, expect, test } from 'vitest';
import { finish } from '../../../core/kernel/steps.ts';
import { schemaVersion } from '../../../core/persistence/documents.ts';
import { checkJournalLine } from '../../../core/persistence/check.ts';
import { systemDigest } from '../../../electron/adapters/system.ts';
import { migrated } from '../../../core/persistence/migrations.ts';

const checkLine = (document: unknown) =>
  finish(checkJournalLine(JSON.stringify(document) ?? '', 0, systemDigest));
const lineOf = (version: unknown) => ({ schemaVersion: version, seq: 1, changes: [] });
/** A line of format 4 or later, before its sum. */
const chained = (version: unknown) => ({ ...lineOf(version), at: 0, before: '' });
const summed = (document: object): string => {
  const text = JSON.stringify(document);
  return `{"sum":"${systemDigest(text)}",${text.slice(1)}`;
};

describe('migrations', () => {
  test('there is a way from every released version to today’s', () => {
    for (let version = 1; version <= schemaVersion; version += 1)
      expect(migrated({ schemaVersion: version, a: 1 })).toMatchObject({ schemaVersion });
  });

  test('a workspace of version 1 has no columns to remember yet; the journal and the replica have none at all', () => {
    expect(migrated({ schemaVersion: 1, seq: 3, tables: { people: ['anybody'] } })).toEqual({
      schemaVersion,
      seq: 3,
      end: null,
      mended: [],
      tables: { people: ['anybody'], columnMappings: [] },
    });
    expect(migrated({ schemaVersion: 1, tables: { services: [] } })).toEqual({
      schemaVersion,
      tables: { services: [] },
    });
    expect(migrated(lineOf(1))).toEqual({ ...lineOf(schemaVersion), at: null, before: null });
  });

  test('people who wait keep their place in the queue: as the rows stood, and those of the journal behind them', () => {
    const [anna, ugo] = [{ id: 'fe-studio/p-anna' }, { id: 'fe-studio/p-ugo' }];
    expect(migrated({ schemaVersion: 2, seq: 7, tables: { needs: [ugo, anna] } })).toMatchObject({
      tables: {
        needs: [
          { ...ugo, order: 0 },
          { ...anna, order: 1 },
        ],
      },
    });
    const changes = [
      { table: 'needs', id: ugo.id, value: ugo },
      { table: 'needs', id: anna.id, value: null },
      { table: 'seats', id: anna.id, value: anna },
    ];
    expect(migrated({ schemaVersion: 2, seq: 8, changes })).toEqual({
      schemaVersion,
      seq: 8,
      at: null,
      before: null,
      changes: [{ ...changes[0], value: { ...ugo, order: 8_000_000 } }, changes[1], changes[2]],
    });
    expect(migrated({ schemaVersion: 2, tables: { needs: 'none' } })).toMatchObject({
      tables: { needs: 'none' },
    });
  });

  test('a document of today is left as it is', () => {
    const document = chained(schemaVersion);
    expect(migrated(document)).toEqual(document);
    expect(finish(checkJournalLine(summed(document), 0, systemDigest)).ok).toBe(true);
  });

  test('a line of today needs its sum, and a line of before has none', () => {
    expect(checkLine(chained(schemaVersion))).toMatchObject({ ok: false, error: { detail: 'no-sum' } });
    expect(checkLine(lineOf(3))).toMatchObject({ ok: true, value: { before: null, at: null } });
  });

  test('a newer version is told from damage', () => {
    expect(checkLine(lineOf(schemaVersion + 1))).toMatchObject({ ok: false, error: { reason: 'newer' } });
  });

  test.each([0, -3, 1.5, schemaVersion + 0.5, '1', null, undefined, Number.NaN])(
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
