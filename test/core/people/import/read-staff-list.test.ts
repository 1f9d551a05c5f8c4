// Lists as a whole: one order of names, tables and sections one below the other, dates, address lines.
import { describe, expect, test } from 'vitest';
import { finish } from '../../../../core/kernel/steps.ts';
import { textSheets } from '../../../../core/formats/spreadsheet/csv.ts';
import type { ColumnChoices } from '../../../../core/people/import/columns.ts';
import { handedBack } from '../../../../core/people/import/hand-back.ts';
import { readStaffList } from '../../../../core/people/import/read-staff-list.ts';
import { unusedColumns } from '../../../../core/people/import/unused-columns.ts';
import { listIn, listOf, readingOf } from '../../../support/staff-lists.ts';

const names = (lines: readonly string[], choices: ColumnChoices = new Map()) =>
  listOf(lines.join('\n'), choices).rows.map(({ details }) => `${details.familyName}, ${details.givenName}`);

const rejected = (lines: readonly string[]) =>
  listOf(lines.join('\n')).rejected.map(({ row, reason }) => [row, reason]);

describe('the order of full names', () => {
  test('a header that says it wins over every address', () => {
    expect(names(['Nome e cognome;E-mail', 'Mario Rossi;mario@x.it', 'Anna De Luca;anna@x.it'])).toEqual([
      'Rossi, Mario',
      'De Luca, Anna',
    ]);
    expect(names(['Cognome e nome;E-mail', 'Mario Rossi;m.rossi@x.it'])).toEqual(['Mario, Rossi']);
  });

  const payroll = [
    'ROSSI MARIO;m.rossi@x.it',
    'NERI UGO;segreteria@x.it',
    'VERDI ADA;ada@x.it',
    'GALLO PIO;gallopio@x.it',
  ];

  test.each(['Nominativo', 'Dipendente', 'Nome completo', 'Name', 'Display name'])(
    'under %s the addresses that tell it decide for all rows',
    (header) => {
      expect(names([`${header};E-mail`, ...payroll])).toEqual([
        'ROSSI, MARIO',
        'NERI, UGO',
        'VERDI, ADA',
        'GALLO, PIO',
      ]);
      expect(names([`${header};E-mail`, 'Mario Rossi;m.rossi@x.it', 'Ugo Neri;info@x.it'])).toEqual([
        'Rossi, Mario',
        'Neri, Ugo',
      ]);
      expect(names([`${header};E-mail`, 'Mario Rossi;mario.rossi@x.it', 'Ugo Neri;ugo@x.it'])).toEqual([
        'Rossi, Mario',
        'Neri, Ugo',
      ]);
    },
  );

  test('where no address tells it, payroll programs write the family name first, others the given name', () => {
    const rows = ['Rossi Mario;mario@x.it', 'Neri Ugo;info@x.it'];
    expect(names(['Nominativo;E-mail', ...rows])).toEqual(['Rossi, Mario', 'Neri, Ugo']);
    expect(names(['Dipendente;E-mail', ...rows])).toEqual(['Rossi, Mario', 'Neri, Ugo']);
    expect(names(['Display name;E-mail', ...rows])).toEqual(['Mario, Rossi', 'Ugo, Neri']);
    // As many say one order as the other.
    const both = ['Rossi Mario;m.rossi@x.it', 'Ugo Neri;u.neri@x.it'];
    expect(names(['Nominativo;E-mail', ...both])).toEqual(['Rossi, Mario', 'Ugo, Neri']);
    expect(names(['Name;E-mail', ...both])).toEqual(['Mario, Rossi', 'Neri, Ugo']);
  });

  test('is shown with the columns, and what a person chooses wins', () => {
    const lines = ['Nominativo;E-mail', ...payroll];
    expect(listOf(lines.join('\n')).columns[0]).toMatchObject({
      field: 'family-first',
      header: 'Nominativo',
    });
    expect(names(lines, new Map([['nominativo', 'full-name']]))[0]).toBe('MARIO, ROSSI');
  });

  test('stays when the rejected rows come back alone', () => {
    const { found } = listIn(['Full name;E-mail', ...payroll, 'BRUNI IDA;'].join('\n'));
    const { header } = handedBack(found, null, (field) =>
      field === 'family-first' ? 'Cognome e nome' : '?',
    );
    expect(header.headers).toEqual(['Cognome e nome', 'E-mail']);
  });
});

describe('another table below the first', () => {
  const two = [
    'Cognome;Nome;E-mail;Assunto il',
    'Rossi;Mario;m.rossi@x.it;01/01/2020',
    'Cognome;Nome;E-mail;Cessato il',
    'Neri;Ugo;u.neri@x.it;30/06/2025',
  ];

  test('is not read under the headers of the first', () => {
    expect(names(two)).toEqual(['Rossi, Mario']);
    expect(rejected(two)).toEqual([
      [3, { kind: 'other-table', header: 3 }],
      [4, { kind: 'other-table', header: 3 }],
    ]);
  });

  test('nor when its rows are handed back and imported as they are', () => {
    const about = ['Riga;Colonna;Motivo;', '3;;Altra tabella;', '4;;Altra tabella;'];
    const back = [0, 2, 3].map((row, index) => `${about[index]}${two[row]}`);
    expect(names(back)).toEqual([]);
  });

  test('ends where the first header comes again; the same header in capitals is no other table', () => {
    expect(names([...two, two[0] ?? '', 'Gallo;Pio;p.gallo@x.it;'])).toEqual(['Rossi, Mario', 'Gallo, Pio']);
    const again = [...two.slice(0, 2), 'COGNOME;NOME;E-MAIL;ASSUNTO IL', 'Gallo;Pio;p.gallo@x.it;'];
    expect(rejected(again)).toEqual([[3, { kind: 'repeated-header' }]]);
  });

  test('of a list without headers: only the rows above are people', () => {
    const lines = ['Riva;Anna;a.riva@x.it', 'Neri;Ugo;u.neri@x.it', 'Poli;Eva;e.poli@x.it', ...two.slice(2)];
    expect(rejected(lines).map(([row]) => row)).toEqual([4, 5]);
  });
});

describe('a section of people who have left', () => {
  test.each([
    'CESSATI',
    'Usciti',
    'EX DIPENDENTI',
    'Personale cessato nel 2025',
    'Non in forza',
    'DIMESSI:',
    'Leavers',
  ])('%s: nobody below it is active without a word', (title) => {
    const lines = ['Cognome;Nome;E-mail', 'Rossi;Mario;m@x.it', `${title};;`, 'Neri;Ugo;u@x.it'];
    expect(names(lines)).toEqual(['Rossi, Mario']);
    expect(rejected(lines)).toEqual([
      [3, { kind: 'left-title', title }],
      [4, { kind: 'left-section', title }],
    ]);
  });

  test('ends at a title of people at work; with a last day somebody is taken as left', () => {
    const lines = [
      'Cognome;Nome;E-mail;Data fine',
      'CESSATI;;;',
      'Neri;Ugo;u@x.it;30/06/2025',
      'Gallo;Pio;p@x.it;',
      'SEDE DI SIENA;;;',
      'Poli;Eva;e@x.it;',
      'IN FORZA;;;',
      'Rossi;Mario;m@x.it;',
    ];
    expect(listOf(lines.join('\n')).rows.map(({ row, details }) => [row, details.end])).toEqual([
      [3, '2025-06-30'],
      [8, null],
    ]);
  });

  test('still holds when its rows are handed back', () => {
    const back = [
      'Riga;Colonna;Motivo;Cognome;Nome;E-mail',
      '3;;titolo;CESSATI;;',
      '4;;sotto il titolo;Neri;Ugo;u@x.it',
    ];
    expect(names(back)).toEqual([]);
  });

  test.each(['SEDE DI AREZZO', 'Cessati;Ugo', 'Pagina 1 di 2', 'STAGE', 'Ex Studio Neri'])(
    '%s is no such title',
    (line) => {
      expect(names(['Cognome;Nome;E-mail', `${line};`, 'Neri;Ugo;u@x.it'])).toEqual(['Neri, Ugo']);
    },
  );
});

describe('dates with the month first', () => {
  const lines =
    'Last name;First name;Email;Hire date;Termination date\nRossi;Mario;m@x.it;03/04/2020;\nNeri;Ugo;u@x.it;12/31/2020;\n';
  const read = (order: 'day-month' | 'month-day' | null) => {
    const reading = finish(readStaffList(textSheets(lines), new Map(), order));
    if (!reading.ok || reading.value.kind !== 'list') throw new Error('It has all columns');
    return reading.value;
  };

  test('are asked about once, where others can be read both ways', () => {
    expect(read(null).list.ambiguousDates).toBe(true);
    expect(listOf(lines.replace('03/04', '03/13')).ambiguousDates).toBe(false);
    expect(listOf(lines.replace('12/31', '31/12')).ambiguousDates).toBe(false);
    const starts = (order: 'day-month' | 'month-day') => {
      const { list } = read(order);
      return [list.ambiguousDates, ...list.rows.map(({ details }) => details.start)];
    };
    expect(starts('month-day')).toEqual([false, '2020-03-04', '2020-12-31']);
    expect(starts('day-month')).toEqual([false, '2020-04-03', '2020-12-31']);
  });

  test('come back as they were read', () => {
    const { sheet } = handedBack(read('month-day').found, 'month-day', () => '');
    expect(sheet.rows[1]?.cells[3]).toBe('2020-03-04');
    expect(handedBack(read(null).found, 'day-month', () => '').sheet.rows[1]?.cells[3]).toBe('03/04/2020');
  });
});

describe('the address line of an e-mail', () => {
  test.each([
    ['one a line', 'Mario Rossi <m.rossi@x.it>\nAnna De Luca <a.deluca@x.it>'],
    ['with semicolons', 'Mario Rossi <m.rossi@x.it>; Anna De Luca <a.deluca@x.it>;'],
    ['with commas', 'Mario Rossi <m.rossi@x.it>, Anna De Luca <a.deluca@x.it>'],
    ['quoted', '"Rossi, Mario" <m.rossi@x.it>; "De Luca, Anna" <a.deluca@x.it>'],
    ['family names first', 'Rossi, Mario <m.rossi@x.it>, De Luca, Anna <a.deluca@x.it>'],
    ['by their addresses', 'Rossi Mario <m.rossi@x.it>\nDe Luca Anna <a.deluca@x.it>'],
    ['as links', 'A: Mario Rossi <mailto:m.rossi@x.it>; Anna De Luca <mailto:a.deluca@x.it>'],
  ])('is a list of people: %s', (_, text) => {
    const { list } = listIn(text);
    expect(
      list.rows.map(({ row, details }) => [row, details.familyName, details.givenName, details.email]),
    ).toEqual([
      [1, 'Rossi', 'Mario', 'm.rossi@x.it'],
      [2, 'De Luca', 'Anna', 'a.deluca@x.it'],
    ]);
    expect([list.rejected, list.headerRow]).toEqual([[], 0]);
  });

  test('keeps a line that is nobody, and takes a person’s choice', () => {
    const text = 'Mario Rossi <m.rossi@x.it>\nUgo Neri <u.neri@x.it>\n\nGrazie a tutti';
    expect(listOf(text).rejected.map(({ row, reason }) => [row, reason.kind])).toEqual([
      [3, 'empty-row'],
      [4, 'missing-email'],
    ]);
    expect(names([text], new Map([[':1', 'family-first']]))).toEqual(['Mario, Rossi', 'Ugo, Neri']);
  });

  test('addresses as links beside names are addresses', () => {
    expect(names(['Rossi\tMario\tmailto:m.rossi@x.it', 'Neri\tUgo\tmailto:u.neri@x.it'])).toEqual([
      'Rossi, Mario',
      'Neri, Ugo',
    ]);
  });

  test('is not taken from a list that has such addresses in a column', () => {
    expect(names(['Cognome;Nome;E-mail', 'Riva;Anna;Anna Riva <a@x.it>'])).toEqual(['Riva, Anna']);
    expect(readingOf('m.rossi@x.it\na.deluca@x.it').kind).toBe('columns');
  });
});

test('a column that is called like a status and holds none is asked about', () => {
  const { found } = listIn('Cognome;Nome;E-mail;Stato\nRiva;Anna;a@x.it;AR');
  expect(unusedColumns(found, new Map()).map(({ header }) => header)).toEqual(['Stato']);
});

test('10,000 people with full names are read in a moment', () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, index) => `DE LUCA ANNA MARIA;am.deluca${index}@x.it;03/04/2020`,
  );
  const before = process.cpuUsage();
  expect(listOf(['Nominativo;E-mail;Data inizio', ...rows].join('\n')).rows).toHaveLength(10_000);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
});
