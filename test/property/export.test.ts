// An exported staff list is imported again unchanged, and so are rejected rows. No cell runs as a formula.
import fc from 'fast-check';
import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { columnFields, type ColumnField } from '../../core/people/import/column-names.ts';
import { correctionTable } from '../../core/formats/spreadsheet/correction-table.ts';
import { exportRows } from '../../core/people/export-people.ts';
import { importableRows, planImport } from '../../core/people/import/import-people.ts';
import { emailKey, personDetailsSchema, type Person } from '../../core/people/person.ts';
import { unescaped, writeCsv } from '../../core/formats/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { importText } from '../../renderer/screens/people/import/text.ts';
import { law } from '../support/law.ts';
import { days } from '../support/plain-date.ts';
import { person } from '../support/samples.ts';
import { listIn, readBytes } from '../support/staff-lists.ts';

const headers = ['Cognome', 'Nome', 'E-mail', 'Reparto', 'Data inizio', 'Data fine'];
const italian = (day: string | null): string => (day === null ? '' : day.split('-').reverse().join('/'));

const csvOf = (people: readonly Person[]): Uint8Array =>
  new TextEncoder().encode(
    writeCsv([
      headers,
      ...exportRows(people).map(({ texts, days: dates }) => [...texts, ...dates.map(italian)]),
    ]),
  );
const xlsxOf = (people: readonly Person[]): Uint8Array =>
  writeXlsx(
    'Personale',
    headers,
    exportRows(people).map(({ texts, days: dates }) => [
      ...texts.map((text) => ({ text })),
      ...dates.map((day) => (day === null ? null : { day })),
    ]),
  );

const letters = fc.string({
  unit: fc.constantFrom(...Array.from('aàbcdèéìòùçñßA BCD\'’-.,;"()&<>=+@#_x000D_\t')),
  minLength: 1,
  maxLength: 20,
});
/** Names that the import takes: no formula, no error value, no quote that looks open. */
const name = letters.map((text) => `N${text.replaceAll('"', '')}`);
/** Departments that the import takes as they are: no word for "none", no path, no failed formula. */
const department = fc.oneof(
  fc.constantFrom('', "'=x", "''=x", "'", '=SOMMA(A1:A9)', '-5', '@x', "'Ndrangheta", '+39'),
  letters.map((text) => `R${text}`),
  letters.map((text) => `=${text}`),
);
const staff = fc
  .uniqueArray(
    fc.record({
      number: fc.integer({ min: 0, max: 99 }),
      givenName: name,
      familyName: name,
      department,
      start: fc.option(days('1900-01-01', '2100-12-31')),
      end: fc.option(days('1900-01-01', '2100-12-31')),
    }),
    { selector: ({ number }) => number, maxLength: 12 },
  )
  .map((list) =>
    list.flatMap(({ number, ...rest }) => {
      const details = personDetailsSchema.safeParse({ ...rest, email: `P${number}@x.it` });
      return details.success ? [person(`p${number}`, details.data)] : [];
    }),
  );

function comesBack(bytes: Uint8Array, people: readonly Person[]): void {
  const reading = readBytes(bytes);
  if (!('kind' in reading) || reading.kind !== 'list') throw new Error('The export is a staff list');
  expect(reading.list.rejected).toEqual([]);
  const desk = new Map(people.map((one) => [one.id as string, one]));
  const plan = planImport(desk, importableRows(reading.list), new Set(reading.list.present));
  expect([plan.added, plan.changed, plan.conflicting, plan.absent, plan.unchanged.length]).toEqual([
    [],
    [],
    [],
    [],
    people.length,
  ]);
}

law('the exported CSV, imported again, changes nobody', {
  subject: csvOf,
  wrong: (people) => new TextEncoder().encode(new TextDecoder().decode(csvOf(people)).replaceAll("'", '')),
  given: staff,
  holds: (write, people) => comesBack(write(people), people),
  runs: 300,
});

law('the exported workbook, imported again, changes nobody', {
  subject: xlsxOf,
  wrong: (people) =>
    xlsxOf(people.map((one) => ({ ...one, department: one.department.replaceAll('_x', 'x') }))),
  given: staff,
  holds: (write, people) => comesBack(write(people), people),
  runs: 300,
});

law('the exported workbook says the same to a reader that is not ours, and holds no formula', {
  subject: xlsxOf,
  wrong: (people) => xlsxOf(people.slice(1)),
  given: staff,
  holds(write, people) {
    const sheet = read(write(people), { UTC: true, cellDates: true }).Sheets['Personale'];
    if (sheet === undefined) throw new Error('The sheet is there');
    const rows = utils.sheet_to_json<readonly unknown[]>(sheet, {
      header: 1,
      raw: true,
      defval: '',
      UTC: true,
    });
    const text = (value: unknown): string =>
      value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
    expect(rows.slice(1).map((row) => row.map(text))).toEqual(
      exportRows(people).map(({ texts, days: dates }) => [...texts, ...dates.map((day) => day ?? '')]),
    );
    expect(
      Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell),
    ).toBe(false);
  },
  runs: 100,
});

law('no cell of a CSV runs as a formula, and each comes back as it was', {
  subject: (cell: string) => writeCsv([[cell]]),
  wrong: (cell) => `\ufeff${cell}\r\n`,
  given: fc
    .tuple(fc.constantFrom('', "'", "''", '=', '+', '-', '@', '\t', '\r', '＝'), fc.string({ maxLength: 12 }))
    .map((parts) => parts.join('')),
  holds(write, cell) {
    const line = write(cell).slice(1, -2);
    const shown = line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;
    // What Excel, LibreOffice and Google Sheets read as a formula. A number with its sign is not one.
    expect(
      /^[=+@\t\r＝＋－＠]/.test(shown) || (shown.startsWith('-') && !/^-[\d.,]*$/.test(shown)),
      shown,
    ).toBe(false);
    expect(unescaped(shown)).toBe(cell);
  },
  runs: 1000,
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Riva',
    'Anna',
    'a@x.it',
    'b@x.it',
    'non disponibile',
    '31/02/2026',
    '01/02/2026',
    '=cmd|calc',
    '@x',
    "'=x",
    'Totale',
    'x"y',
    'due;parti',
    'due\nrighe',
    '-',
  ),
  fc.string({ maxLength: 10 }),
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const file = fc
  .array(
    fc.oneof(
      fc.array(cell, { minLength: 1, maxLength: 8 }).map((cells) => cells.map(quoted).join(';')),
      fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(';').replaceAll('\n', ' ')),
    ),
    { maxLength: 12 },
  )
  .map((lines) => [headers.join(';'), ...lines].join('\n'));
const names = Object.fromEntries(
  columnFields.map((field) => [field, importText[`header.${field}`][0]]),
) as Record<ColumnField, string>;

const corrections = (text: string): string => {
  const { list, found } = listIn(text);
  const rows = list.rejected.map(({ row, column, reason }) => ({
    row,
    column: column ?? '',
    reason: reason.kind,
  }));
  return writeCsv(correctionTable(found, rows, ['Riga', 'Colonna', 'Motivo'], names)).slice(1);
};

law('the rejected rows, imported again before they are corrected, are all rejected again: none slips in', {
  subject: corrections,
  wrong: (text) =>
    corrections(text)
      .replaceAll(/31\/02\/2026|non disponibile/g, '')
      .replaceAll("'=cmd|calc", 'Riva'),
  given: file,
  holds(save, text) {
    const { list } = listIn(text);
    const again = listIn(save(text)).list;
    // Only a duplicate may become a person, because its first row is not among the rejected.
    const duplicates = new Set(
      list.rejected.map(({ reason }) => (reason.kind === 'duplicate-email' ? emailKey(reason.email) : '')),
    );
    const slipped = again.rows
      .map(({ details }) => emailKey(details.email))
      .filter((key) => !duplicates.has(key));
    expect(slipped).toEqual([]);
    expect(again.rows.length + again.rejected.length).toBe(list.rejected.length);
  },
  runs: 600,
});

test('a row with a quote left open does not come in by being written properly (free seed 1540269283)', () => {
  const saved = corrections('Cognome;Nome;E-mail;Reparto;Data inizio;Data fine\n0;#;b@x.it;"');
  const { list } = listIn(saved);
  expect([list.rows, list.rejected.length]).toEqual([[], 1]);
  expect(saved).toContain('0 | # | b@x.it');
});

test('a corrected row is a person; the columns that said what was wrong are passed over', () => {
  const text = 'Elenco\nCognome;Nome;E-mail;Reparto\nRiva;Anna;anna.riva;Paghe\nSanna;Ugo;u@x.it;=1+1';
  const saved = corrections(text);
  expect(saved).toBe(
    'Riga;Colonna;Motivo;Cognome;Nome;E-mail;Reparto\r\n3;E-mail;bad-email;Riva;Anna;anna.riva;Paghe\r\n',
  );
  const { list } = listIn(saved.replace(';anna.riva;', ';anna.riva@x.it;'));
  expect([list.rows.map(({ details }) => details.email), list.ignored, list.rejected]).toEqual([
    ['anna.riva@x.it'],
    ['Riga', 'Colonna', 'Motivo'],
    [],
  ]);
});

test('a list without headers gets those that the import knows', () => {
  const choices = new Map([
    [':1', 'family-name'],
    [':2', 'given-name'],
  ] as const);
  const { found, list } = listIn('Riva;Anna;a@x.it\nSanna;;u@x.it', choices);
  expect(
    correctionTable(
      found,
      list.rejected.map(({ row }) => ({ row, column: '', reason: '' })),
      ['Riga', 'Colonna', 'Motivo'],
      names,
    ),
  ).toEqual([
    ['Riga', 'Colonna', 'Motivo', 'Cognome', 'Nome', 'E-mail'],
    ['2', '', '', 'Sanna', '', 'u@x.it'],
  ]);
});

test.each([0, 1] as const)(
  'the headers that are written are read as their own fields (language %i)',
  (language) => {
    for (const field of columnFields) {
      const partner = { 'given-name': 'family-name', 'family-name': 'given-name' }[field as string] as
        | ColumnField
        | undefined;
      const others: readonly ColumnField[] =
        partner !== undefined
          ? [partner, 'email']
          : field === 'full-name' || field === 'family-first'
            ? ['email']
            : ['family-name', 'given-name', 'email'];
      const line = [...new Set([field, ...others])].map((each) => importText[`header.${each}`][language]);
      expect(
        listIn(`${line.join(';')}\n`)
          .list.columns.map((column) => column.field)
          .sort(),
      ).toEqual([...new Set([field, ...others])].sort());
    }
  },
);
