// An exported CSV is opened by programs that cut it in other places: at commas, tabs or line ends, with or
// without quotes. No cell of theirs may be a formula (attack S5).
import papa from 'papaparse/papaparse.js';
import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { finish } from '../../../core/kernel/steps.ts';
import { textSheets } from '../../../core/formats/spreadsheet/csv.ts';
import { writeCsv } from '../../../core/formats/spreadsheet/write-csv.ts';

const cuts = [';', ',', '\t', '|'] as const;

/** A cell that a spreadsheet would run, whatever nobody sees before it. A number with its sign is none. */
const isFormula = (cell: string): boolean => {
  const seen = cell.replace(/^[\s\p{C}"]+/u, '');
  return /^[=+@＝＋－＠]/.test(seen) || (seen.startsWith('-') && !/^-[\d.,]*["\s]*$/.test(seen));
};

/** The cells of a text in each way of cutting it: at each separator, with quotes or without. */
function cellsCut(text: string): readonly string[] {
  const rows = text.slice(1).replaceAll('\r\n', '\n');
  return [
    ...cuts.flatMap((delimiter) => {
      const found: string[] = [];
      papa.parse(rows, {
        delimiter,
        newline: '\n',
        quoteChar: '"',
        step: ({ data }) => {
          found.push(...data);
        },
      });
      return found;
    }),
    ...cuts.flatMap((cut) => rows.split(/[\r\n]+/).flatMap((line) => line.split(cut))),
  ];
}

const ownCells = (text: string): readonly string[] => {
  const sheets = textSheets(text).map((open) => finish(open()));
  return sheets.flatMap((sheet) =>
    sheet.ok && sheet.value.separator === ';' ? sheet.value.rows.flatMap(({ cells }) => cells) : [],
  );
};

const attacks: readonly (readonly [string, string])[] = [
  ['a comma before the formula', 'Rossi,=HYPERLINK("http://x.it")'],
  ['a semicolon', 'Rossi;=1+1'],
  ['a tab', 'Rossi\t@SUM(1)'],
  ['a line break', 'Rossi\n+1+cmd'],
  ['a carriage return', 'Rossi\r-1+cmd'],
  ['a vertical bar', 'Rossi|=1+1'],
  ['a blank', ' =1+1'],
  ['a no-break space', '\u00a0=1+1'],
  ['a byte order mark', '\ufeff=1+1'],
  ['a zero-width space', '\u200b@SUM(1)'],
  ['a soft hyphen', '\u00ad+1+cmd'],
  ['a control character', '\u0001-1+cmd'],
  ['a mark of direction', '\u202e=1+1'],
  ['a quote', '"=1+1'],
  ['a comma and a quote', 'Rossi,"=1+1'],
  ['a comma and a blank', 'Rossi, =1+1'],
  ['two of them', 'a,=1\n=3'],
];

test.each(attacks)('%s: no program reads a formula, and the cell comes back', (_, cell) => {
  const text = writeCsv([
    ['Nome', 'Note'],
    ['Riva', cell],
    [cell, 'Sanna'],
  ]);
  expect(cellsCut(text).filter(isFormula)).toEqual([]);
  for (const FS of [';', ',']) {
    const sheet = Object.values(read(text, { type: 'string', FS }).Sheets)[0];
    if (sheet === undefined) throw new Error('There is a sheet');
    expect(utils.sheet_to_formulae(sheet).filter((line) => /^[A-Z]+\d+==/.test(line))).toEqual([]);
  }
  expect(ownCells(text)).toEqual(['Nome', 'Note', 'Riva', cell, cell, 'Sanna'].map(readAs));
});

/** The reader has one form of line ends. */
const readAs = (cell: string): string => cell.replaceAll(/\r\n?/g, '\n');

test('a cell with another separator, a line break or an invisible character before a sign is quoted', () => {
  const lineOf = (cell: string): string => writeCsv([[cell]]).slice(1, -2);
  expect(['a,b', 'a;b', 'a\tb', 'a|b', 'a\nb', '\u200bx'].map(lineOf)).toEqual([
    '"a,b"',
    '"a;b"',
    '"a\tb"',
    '"a|b"',
    '"a\nb"',
    '"\u200bx"',
  ]);
});

test.each(['-5,00', '-1.234,56', '5,00', '-7'])('the figure %s stays a figure', (figure) => {
  const text = writeCsv([[figure]]);
  expect(text).toBe(`\ufeff${figure}\r\n`);
  expect(ownCells(`x;y\r\n${text.slice(1, -2)};z`)).toContain(figure);
});
