import { expect, test } from 'vitest';
import { writeWorkbook } from '../../../core/formats/spreadsheet/write-xlsx.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { readBook } from '../../support/read-book.ts';

test('several sheets, each with its name, header and kinds of cells, as another library reads them', () => {
  const sheets = [
    { name: 'Servizi', headers: ['Cliente', 'Utenti'], rows: [[{ text: 'Alba & C.' }, { number: 3 }]] },
    { name: 'Fonti', headers: ['Dato'], rows: [[{ day: '2027-03-15' as Day }], [null], [{ text: '=1' }]] },
    { name: 'Vuoto', headers: ['Niente'], rows: [] },
  ];
  const bytes = writeWorkbook(sheets);
  for (const { name, headers, rows } of sheets)
    expect(readBook(bytes, name)).toEqual({ sheets: ['Servizi', 'Fonti', 'Vuoto'], headers, rows });
});
