import { describe, expect, test } from 'vitest';
import { correctionTable } from '../../../../core/formats/spreadsheet/correction-table.ts';
import { writeCsv } from '../../../../core/formats/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../../../core/formats/spreadsheet/write-xlsx.ts';
import { fieldSchemas, type ServiceDetails } from '../../../../core/register/fields.ts';
import { serviceColumns, type ServiceColumn } from '../../../../core/register/import/column-names.ts';
import { serviceTable } from '../../../../core/register/import/write-service-list.ts';
import { csvText } from '../../../support/cell-tables.ts';
import { day } from '../../../support/samples.ts';
import { serviceList, serviceListIn } from '../../../support/service-lists.ts';
import { listWords } from '../../../support/service-words.ts';

const services: readonly ServiceDetails[] = [
  {
    holder: 'Bianchi srl',
    vatCode: '02342520158',
    taxCode: '02342520158',
    kind: 'e-invoicing',
    expiry: day('15/03/2027'),
    users: [
      { quantity: 3, expiry: day('15/03/2027') },
      { quantity: 2, expiry: null },
    ],
    modules: [
      { kind: 'documents', expiry: null },
      { kind: 'orders-nso', expiry: day('04/03/2027') },
    ],
    space: [{ quantity: 2, expiry: null }],
    account: '8841207@aruba.it',
    panelUsername: '00123',
    automaticRenewal: false,
    promotional: true,
    access: 'client-buys',
    payer: 'client',
    caretaker: 'Anna',
    followed: true,
  },
  { holder: 'Rossi', kind: 'receive-only', expiry: day('24/11/2027'), users: [], modules: [], space: [] },
  { holder: '@Verdi', kind: 'e-invoicing', expiry: day('04/03/2027') },
];

describe.each(['it', 'en'] as const)('an exported list in %s', (language) => {
  const table = serviceTable(services, listWords[language]);

  test('comes back from CSV', () => {
    const list = serviceList(csvText(table));
    expect(list.rejected).toEqual([]);
    expect(list.unused).toEqual([]);
    expect(list.rows.map(({ details }) => details)).toEqual(services);
  });

  test('comes back from a workbook', () => {
    const list = serviceListIn(writeXlsx('Servizi', table.headers, table.rows));
    expect(list).toMatchObject({ rejected: [], unused: [], ambiguousDates: false });
    expect('rows' in list && list.rows.map(({ details }) => details)).toEqual(services);
  });
});

test('a holder that somebody made too long in an exported list is refused with its reason', () => {
  const [first] = services;
  const long = serviceTable([{ ...first, holder: 'R'.repeat(201) }], listWords.it);
  expect(serviceList(csvText(long)).rejected).toMatchObject([{ reason: { kind: 'too-long', most: 200 } }]);
});

const words = ['no', 'nessuno', '-', 'n/d', '#N/D', '=Cmd srl'] as const;

describe.each(words)('the word %j', (word) => {
  const said = {
    holder: word,
    kind: 'e-invoicing',
    expiry: day('15/03/2027'),
    account: word,
    panelUsername: word,
    caretaker: word,
    note: word,
  } as const;

  test('is a text like any other in a list of our own, in both forms', () => {
    for (const language of ['it', 'en'] as const) {
      const table = serviceTable([said], listWords[language]);
      expect(serviceList(csvText(table)).rows.map(({ details }) => details)).toEqual([said]);
      const book = serviceListIn(writeXlsx('Servizi', table.headers, table.rows));
      expect('rows' in book && book.rows.map(({ details }) => details)).toEqual([said]);
    }
  });

  test('is no note in somebody else’s list, or one like any other, and no reason to refuse a row', () => {
    const list = serviceList(['Cliente;Servizio;Scadenza;Note', `A srl;FE;15/03/2027;${word}`]);
    expect(list.rejected).toEqual([]);
    expect(list.rows.map(({ details }) => details.note)).toEqual([word === '=Cmd srl' ? word : undefined]);
  });
});

test('what a person types is kept as a list says it: one line, one space between words', () => {
  for (const typed of ['riga uno\nriga due', 'riga uno\triga due', ' riga\u00a0uno  riga due\u200b'])
    expect(fieldSchemas.note.parse(typed)).toBe('riga uno riga due');
  // A row of an earlier version stays readable.
  expect(fieldSchemas.holder.safeParse('\u200b').success).toBe(true);
  expect(fieldSchemas.holder.safeParse(' \n ').success).toBe(false);
});

test('a cell reads as a person would write it', () => {
  const { headers, rows } = serviceTable(services, listWords.it);
  const cell = (row: number, header: string) => rows[row]?.[headers.indexOf(header)];
  expect(cell(0, 'Utenti aggiuntivi')).toEqual({ text: '3 (15/03/2027) + 2' });
  expect(cell(0, 'Moduli')).toEqual({ text: 'Documenti, Ordini elettronici NSO (04/03/2027)' });
  expect(cell(0, 'Spazio aggiuntivo')).toEqual({ number: 2 });
  expect(cell(0, 'Scadenza')).toEqual({ day: '2027-03-15' });
  expect(cell(1, 'Utenti aggiuntivi')).toEqual({ number: 0 });
  expect(cell(1, 'Moduli')).toEqual({ text: 'nessuno' });
  expect(cell(2, 'Moduli')).toBeNull();
});

test('rejected rows are handed back with number, column and reason, and can be imported when corrected', () => {
  const list = serviceList([
    'Elenco',
    'Cliente;Servizio;Scadenza;Zona',
    'A srl;FE;31/02/2027;Nord',
    'B srl;FE;15/03/2027;Sud',
    'C srl;SR;;',
  ]);
  const names = Object.fromEntries(serviceColumns.map((field) => [field, field])) as Record<
    ServiceColumn,
    string
  >;
  const saved = writeCsv(
    correctionTable(
      list.found,
      list.rejected.map(({ row, column, reason }) => ({ row, column: column ?? '', reason: reason.kind })),
      ['Riga', 'Colonna', 'Motivo'],
      names,
    ),
  );
  expect(saved.slice(1)).toBe(
    'Riga;Colonna;Motivo;Cliente;Servizio;Scadenza;Zona\r\n3;Scadenza;no-such-day;A srl;FE;31/02/2027;Nord\r\n5;Scadenza;missing-expiry;C srl;SR;;\r\n',
  );
  const again = serviceList(saved.slice(1).replace('31/02', '28/02'));
  expect(again.rows.map(({ details }) => details.expiry)).toEqual(['2027-02-28']);
  expect(again.unused.map(({ header }) => header)).toEqual(['Zona']);
});
