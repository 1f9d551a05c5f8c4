// Small files that would fill the memory, and long ones that would take minutes: each is refused with the
// limit that it exceeds, or read (attack C1 and the stalls).
import { describe, expect, test } from 'vitest';
import { sheetBudget } from '../../../core/formats/spreadsheet/budget.ts';
import { textSheets } from '../../../core/formats/spreadsheet/csv.ts';
import { openList } from '../../../core/formats/spreadsheet/open-list.ts';
import { listZip } from '../../../core/formats/zip/zip.ts';
import { finish } from '../../../core/kernel/steps.ts';
import { readStaffList } from '../../../core/people/import/read-staff-list.ts';
import {
  attackTexts,
  bombZip,
  farCellsBook,
  inlineTextBook,
  manyEntriesZip,
  manySheetsBook,
  mergedCellsBook,
  mergedTextBook,
  sharedTextBook,
  sparseBook,
  wideBook,
} from '../../support/attack-files.ts';
import { openDecoder } from '../../support/open-decoder.ts';
import { received } from '../../support/read-files.ts';
import { rawWorkbook, worksheetOf } from '../../support/workbooks.ts';
import { zipOf } from '../../support/invoice-files.ts';

/** What comes of a list: the refusal, or how many rows are people and how many are told as wrong. */
function outcomeOf(content: Uint8Array | string): unknown {
  const opened =
    typeof content === 'string'
      ? { ok: true as const, value: { sources: textSheets(content) } }
      : finish(openList(content, openDecoder));
  if (!opened.ok) return opened.error;
  const read = finish(readStaffList(opened.value.sources, new Map()));
  if (!read.ok) return read.error;
  return read.value.kind === 'list'
    ? { people: read.value.list.rows.length, rejected: read.value.list.rejected.length }
    : { columns: read.value.found.missing };
}

const over = {
  rows: { reason: 'too-many-rows', most: sheetBudget.rows },
  cells: { reason: 'too-many-cells', most: sheetBudget.cells },
  characters: { reason: 'too-many-characters', most: sheetBudget.characters },
};

describe('a workbook that is small on disk', () => {
  test.each([
    ['one text of 900,000 characters in 15,000 cells', sharedTextBook, over.characters],
    ['one text of 30,000 characters merged over 20,000 rows', mergedTextBook, over.characters],
    ['long texts in the cells themselves', inlineTextBook, over.characters],
    ['200 columns merged over 20,000 rows', mergedCellsBook, over.cells],
    ['rows with one cell in column 512', farCellsBook, over.cells],
    ['more rows than the budget, with one cell each', sparseBook, over.rows],
    ['60 sheets of 40 MB', manySheetsBook, { reason: 'workbook-too-large' }],
  ] as const)('%s', (_, make, refusal) => {
    const bytes = make();
    expect(bytes.length).toBeLessThan(20_000_000);
    expect(outcomeOf(bytes)).toEqual(refusal);
  });

  test('a row of 200,000 columns is told as wrong, and the list is read', () => {
    expect(outcomeOf(wideBook())).toEqual({ people: 0, rejected: 1 });
  });

  test('the texts that cells share are counted once for each cell, and not more', () => {
    const half = Math.floor(sheetBudget.characters / 1000 / 2);
    expect(outcomeOf(sharedTextBook(1000, half))).toMatchObject({ rejected: half });
    expect(outcomeOf(sharedTextBook(1000, 3 * half))).toEqual(over.characters);
  });
});

describe('a long text', () => {
  test.each([
    ['10 MB of empty lines with separators', over.rows],
    ['10 MB of empty lines', over.rows],
    ['10 MB of empty lines at the end', { people: 1, rejected: 0 }],
    ['400,000 rows', over.rows],
    ['2^20 columns', { reason: 'too-many-columns', most: 512, row: 1 }],
    ['2^20 columns in a row', { reason: 'too-many-columns', most: 512, row: 2 }],
    ['a million quoted cells without a separator', { people: 0, rejected: 99_001 }],
    ['a quote that is never closed, in each of many lines', { people: 0, rejected: 90_000 }],
    ['one cell of 10 MB', { people: 0, rejected: 1 }],
    ['one quoted cell of 10 MB with line breaks', over.rows],
  ])('%s', (name, outcome) => {
    expect(outcomeOf(attackTexts[name]?.() ?? '')).toEqual(outcome);
  });

  test('as many rows as the budget allows are read', () => {
    const rows = Array.from({ length: sheetBudget.rows - 1 }, (_, index) => `R${index};A;p${index}@x.it`);
    expect(outcomeOf(['Cognome;Nome;E-mail', ...rows].join('\n'))).toEqual({
      people: sheetBudget.rows - 1,
      rejected: 0,
    });
  });

  test('a quoted cell with line breaks is read whole where a step ends in it', () => {
    const long = `"${'riga\n'.repeat(5000)}"`;
    const rows = Array.from({ length: 60 }, (_, index) => `R${index};${long};p${index}@x.it`);
    const sheet = finish(textSheets(['Cognome;Nome;E-mail', ...rows].join('\n'))[0]?.() ?? fail());
    expect(sheet.ok && sheet.value.rows.map(({ cells, malformed }) => [cells.length, malformed])).toEqual(
      Array.from({ length: 61 }, () => [3, false]),
    );
  });
});

const fail = (): never => {
  throw new Error('There is a sheet');
};

describe('archives', () => {
  test('all files of an archive are listed or counted, also beyond what its count can say', () => {
    for (const count of [4999, 5000, 5001, 65_537]) {
      const list = listZip(manyEntriesZip(count));
      expect(list.ok && [list.value.entries.length, list.value.more]).toEqual([
        Math.min(count, 5000),
        Math.max(0, count - 5000),
      ]);
    }
  });

  test('a workbook among more than 5,000 files is refused, whichever come first', () => {
    const sheet = worksheetOf([['Cognome', 'Nome', 'E-mail']]);
    expect(outcomeOf(rawWorkbook(sheet))).toEqual({ people: 0, rejected: 0 });
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, '']));
    expect(outcomeOf(rawWorkbook(sheet, many))).toEqual({ reason: 'too-many-parts' });
  });

  test('an archive of 5,001 files: every file is told, the last ones by their number', async () => {
    const { refused } = await received({ 'a.zip': manyEntriesZip(5001) });
    const left = refused.flatMap(({ refusal }) =>
      refusal.reason === 'too-many-documents' ? [refusal.left] : [],
    );
    expect(refused.length - left.length + left.reduce((sum, each) => sum + each, 0)).toBe(5001);
  });

  test.each([
    ['that says its size', bombZip('a.xml', 50_000_000), 'too-large'],
    ['that says a small size', bombZip('a.xml', 50_000_000, 1000), 'zip-too-large'],
    ['that says a huge size', bombZip('a.xml', 1000, 0xffff_fffe), 'too-large'],
  ])('a bomb %s is refused before it fills the memory', async (_, bytes, reason) => {
    const { refused, invoices } = await received({ 'a.zip': bytes });
    expect([refused.map(({ refusal }) => refusal.reason), invoices]).toEqual([[reason], []]);
  });

  test('archives in archives are not opened', async () => {
    const inner = bombZip('a.xml', 6_000_000);
    const { refused } = await received({ 'a.zip': zipOf({ 'b.zip': zipOf({ 'c.zip': inner }) }) });
    expect(refused.map(({ refusal }) => refusal.reason)).toEqual(['zip-in-zip']);
  });
});
