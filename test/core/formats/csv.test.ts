import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../../core/formats/spreadsheet/sheet.ts';
import { sheetsOf } from '../../support/staff-lists.ts';

/** The best reading of a text. */
function readCsv(text: string): Sheet {
  const [best] = sheetsOf(text);
  if (best === undefined) throw new Error('There is always a reading');
  return best;
}

const cells = (text: string) => readCsv(text).rows.map((record) => record.cells);

describe('separators', () => {
  test.each([';', ',', '\t', '|'] as const)('%j', (separator) => {
    const text = [
      'Elenco',
      ['Cognome', 'Nome', 'E-mail'].join(separator),
      ['Riva', 'Anna', 'a@x.it'].join(separator),
      ['Sanna', 'Ugo', 'u@x.it'].join(separator),
    ].join('\n');
    expect(readCsv(text).separator).toBe(separator);
    expect(cells(text)[1]).toEqual(['Cognome', 'Nome', 'E-mail']);
  });

  test('a comma inside the cells of a semicolon list is text', () => {
    expect(readCsv('Nominativo;Note;E-mail\nRiva, Anna;a, b;a@x.it\nSanna, Ugo;;u@x.it').separator).toBe(';');
  });

  test('one column, or nothing at all, is no crash', () => {
    expect([cells('E-mail\na@x.it'), cells(''), cells('\n')]).toEqual([[['E-mail'], ['a@x.it']], [], []]);
  });
});

describe('rows as the spreadsheet counts them', () => {
  test('titles and empty rows count; a line break inside quotes does not', () => {
    const { rows: records } = readCsv(
      'Titolo\r\n\r\n"Cognome";"Note"\r\n"Riva";"prima\r\nseconda"\r\n"Sanna";""\r\n',
    );
    expect(records.map(({ row, cells: found }) => [row, ...found])).toEqual([
      [1, 'Titolo'],
      [2, ''],
      [3, 'Cognome', 'Note'],
      [4, 'Riva', 'prima\nseconda'],
      [5, 'Sanna', ''],
    ]);
  });

  test.each(['\r\n', '\n', '\r'])('line ends %j, also mixed', (end) => {
    expect(cells(`a;b${end}c;d\ne;f${end}`)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  test('doubled quotes, separators and quotes within a cell', () => {
    expect(cells('"a;b";"di ""x""";Via "Roma"\n1;2;3')).toEqual([
      ['a;b', 'di "x"', 'Via "Roma"'],
      ['1', '2', '3'],
    ]);
  });
});

describe('malformed quotes spoil their own row only', () => {
  const good = (n: number) => `Riva${n};Anna;a${n}@x.it`;

  test('a quote that is never closed', () => {
    const { rows: records } = readCsv([good(1), '"Riva;Anna;b@x.it', good(3), good(4)].join('\n'));
    expect(records.map(({ row, malformed }) => [row, malformed])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
  });

  test('a quote that another one closes rows later', () => {
    const { rows: records } = readCsv(
      [good(1), '"Riva;Anna;b@x.it', good(3), 'Riva";Anna;d@x.it', good(5), good(6)].join('\n'),
    );
    expect(records.filter(({ malformed }) => malformed).map(({ row }) => row)).toEqual([2]);
    expect(records).toHaveLength(6);
  });

  test('text after a closing quote', () => {
    const { rows: records } = readCsv([good(1), '"Riva" x;Anna;b@x.it', good(3)].join('\n'));
    expect(records.map(({ malformed }) => malformed)).toEqual([false, true, false]);
  });

  test('on every row: slow never, lost never', () => {
    const { rows: records } = readCsv(
      Array.from({ length: 5000 }, (_, n) => `"Riva;Anna;a${n}@x.it`).join('\n'),
    );
    expect([records.length, records.every(({ malformed }) => malformed)]).toEqual([5000, true]);
  });
});
