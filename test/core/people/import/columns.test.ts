import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chooseColumn } from '../../../../core/people/import/choose-column.ts';
import { columnKeys } from '../../../../core/formats/spreadsheet/headers.ts';
import { findHeader, type ColumnUse } from '../../../../core/people/import/columns.ts';
import { records } from '../../../support/records.ts';

const fields = (...rows: string[]) => {
  const header = findHeader(records(...rows), new Map());
  return header.ok
    ? Object.fromEntries(header.value.columns.map(({ field, header: name }) => [field, name]))
    : header.error.missing;
};

describe('columns by name', () => {
  test.each([
    [
      'Cognome;Nome;Reparto;E-mail;Data assunzione;Data cessazione',
      ['family-name', 'given-name', 'department', 'email', 'start', 'end'],
    ],
    [
      'COGNOME ;nome*;Ufficio;Posta elettronica;Data inizio;Data fine',
      ['family-name', 'given-name', 'department', 'email', 'start', 'end'],
    ],
    ['Nominativo;Indirizzo e-mail', ['full-name', 'email']],
    ['Cognome e nome;Mail;Unità organizzativa', ['family-first', 'email', 'department']],
    [
      'First Name [Required];Last Name [Required];Email Address [Required];Org Unit Path [Required];Status [READ ONLY]',
      ['given-name', 'family-name', 'email', 'department', 'suspended'],
    ],
    [
      'Display name;User principal name;Block credential;Department',
      ['full-name', 'email', 'blocked', 'department'],
    ],
    ['Name;Surname;Email', ['given-name', 'family-name', 'email']],
    ['Name;Email', ['full-name', 'email']],
    ['GivenName;Surname;EmailAddress;Enabled', ['given-name', 'family-name', 'email', 'active']],
    [
      'Nome;Cognome;Nome dell’entità utente;Blocca accesso',
      ['given-name', 'family-name', 'email', 'blocked'],
    ],
    ['DisplayName;PrimarySmtpAddress', ['full-name', 'email']],
    ['Given Name;Family Name;E-mail 1 - Value', ['given-name', 'family-name', 'email']],
    ['name.givenName;name.familyName;primaryEmail', ['given-name', 'family-name', 'email']],
    [
      'Cognome e nome dipendente;Indirizzo di posta elettronica aziendale;Dt.Assunz.;Dt.Cessaz.',
      ['family-first', 'email', 'start', 'end'],
    ],
    [
      'Cognome e nome;E-mail;Data Ass.;Data Cess.;Credenziali bloccate',
      ['family-first', 'email', 'start', 'end', 'blocked'],
    ],
  ])('%s', (row, expected) => {
    expect(Object.keys(fields(row))).toEqual(expected);
  });

  test.each([
    ['SEDE/REPARTO;Fine rapporto;Inizio rapporto', ['department', 'end', 'start']],
    ['start;end;team', ['start', 'end', 'department']],
    ['Start date;End date;Office', ['start', 'end', 'department']],
    ['Dal;Al;Sede', ['start', 'end', 'department']],
    ['Data inizio;Data fine;Divisione', ['start', 'end', 'department']],
    ['Inizio;Fine;Area', ['start', 'end', 'department']],
    ['Assunzione;Cessazione;Unit', ['start', 'end', 'department']],
    ['Data assunzione;Data cessazione;Ufficio', ['start', 'end', 'department']],
    ['Hire date;Termination date;Department', ['start', 'end', 'department']],
  ])('more names: %s', (row, expected) => {
    expect(Object.keys(fields(`Cognome;Nome;E-mail;${row}`)).slice(3)).toEqual(expected);
  });

  test.each(['Email aziendale', 'Work e-mail', 'Posta elettronica aziendale', 'E-mail dipendente'])(
    '%s is the address',
    (name) => {
      expect(Object.keys(fields(`Surname;First names;${name}`))).toEqual([
        'family-name',
        'given-name',
        'email',
      ]);
    },
  );

  test('of two columns for one field the surer one is used', () => {
    expect(fields('User principal name;First name;Last name;Email;Office;Department;Display name')).toEqual({
      'given-name': 'First name',
      'family-name': 'Last name',
      email: 'Email',
      department: 'Department',
    });
  });

  test.each(['E-mail aziendale', 'E-mail lavoro', 'E-mail di lavoro', 'E-mail ufficio', 'Work e-mail'])(
    '%s wins over a bare E-mail (rule H5)',
    (name) => {
      expect(fields(`Cognome;Nome;E-mail;${name}`)).toMatchObject({ email: name });
      expect(fields(`Cognome;Nome;${name};E-mail`)).toMatchObject({ email: name });
    },
  );

  test('no name of a column names two fields', () => {
    const source = readFileSync(
      new URL('../../../../core/people/import/column-names.ts', import.meta.url),
      'utf8',
    );
    const lists = [...source.matchAll(/words\((?:`|')([^`']*)(?:`|')\)/g)].flatMap(([, list = '']) =>
      list.split(/\s+/),
    );
    expect(lists.length).toBeGreaterThan(200);
    expect(lists.filter((name, index) => lists.indexOf(name) !== index)).toEqual([]);
  });

  test('the day an account was made is not the start of the employment, a city no department', () => {
    const header = findHeader(
      records('Cognome;Nome;E-mail;When created;City;Recovery Email;Data di nascita'),
      new Map(),
    );
    expect(header.ok && header.value.columns.map(({ header: name }) => name)).toEqual([
      'Cognome',
      'Nome',
      'E-mail',
    ]);
  });

  test.each([
    [
      'the address of the firm',
      ['Studio Riva;info@x.it', ';', 'Cognome e nome;E-mail', 'Riva Anna;a@x.it', 'Sanna Ugo;u@x.it'],
      3,
    ],
    [
      'who keeps the list',
      ['Elenco;di;Eva Neri;e@x.it', 'Cognome;Nome;E-mail', 'Riva;Anna;a@x.it', 'Sanna;Ugo;u@x.it'],
      2,
    ],
    [
      'several people: they are no titles',
      [
        'Riva;Anna;a.riva@x.it',
        'Sanna;Ugo;u.sanna@x.it',
        'Neri;Eva;e.neri@x.it',
        'Cognome;Nome;E-mail',
        'Poli;Ida;i@x.it',
        'Gallo;Pio;p@x.it',
        'Serra;Ada;a@y.it',
        'Monti;Leo;l@y.it',
      ],
      0,
    ],
  ])('a row with an address above a header: %s', (_, lines, row) => {
    const header = findHeader(records(...lines), new Map());
    expect(header.ok && header.value.row).toBe(row);
  });

  test('titles stand above the header', () => {
    const header = findHeader(
      records(
        'Elenco dipendenti al 24/11/2026',
        '',
        'Stampato da: Nome utente',
        'Cognome;Nome;E-mail',
        'Riva;Anna;a@x.it',
      ),
      new Map(),
    );
    expect(header.ok && [header.value.row, header.value.headers.length]).toEqual([4, 3]);
  });
});

describe('a list that cannot be used says why', () => {
  test.each([
    ['Cognome;Nome;Reparto', ['email']],
    ['E-mail;Reparto', ['name']],
    ['Cognome;E-mail', ['given-name']],
    ['Nome;E-mail', ['family-name']],
    ['Matricola;Importo', ['email', 'name']],
    ['Cognome;Reparto', ['email', 'given-name']],
  ])('%s lacks %j', (row, missing) => {
    const header = findHeader(records(row, 'Riva;Anna;non disponibile'), new Map());
    expect(header.ok ? null : [header.error.missing, header.error.nearest.headers]).toEqual([
      missing,
      row.split(';'),
    ]);
  });

  test('a list without a header row: its columns have letters, and the addresses are found', () => {
    const header = findHeader(records('Riva;Anna;anna.riva@x.it', 'Sanna;Ugo;u@x.it'), new Map());
    expect(header.ok ? null : header.error).toEqual({
      reason: 'missing-columns',
      missing: ['name'],
      nearest: { row: 0, headers: ['A', 'B', 'C'], columns: [{ field: 'email', header: 'C', index: 2 }] },
    });
  });

  test('the empty list', () => {
    expect(findHeader([], new Map())).toMatchObject({
      ok: false,
      error: { reason: 'missing-columns', missing: ['email', 'name'] },
    });
  });
});

describe('columns by hand', () => {
  const chosen = (header: string, choices: Readonly<Record<string, ColumnUse>>, ...below: string[]) => {
    const found = findHeader(records(header, ...below), new Map(Object.entries(choices)));
    return found.ok
      ? Object.fromEntries(found.value.columns.map(({ field, header: name }) => [field, name]))
      : found.error.missing;
  };

  test('a choice makes a column of any header, and comes before what the names say', () => {
    expect(chosen('Cognome;Nome;Contatto', { contatto: 'email' })).toEqual({
      'family-name': 'Cognome',
      'given-name': 'Nome',
      email: 'Contatto',
    });
    expect(chosen('Cognome;Nome;E-mail;E-mail privata', { emailprivata: 'email' })).toMatchObject({
      email: 'E-mail privata',
    });
    expect(chosen('Cognome;Nome;E-mail;Area', { area: 'unused' })).toEqual({
      'family-name': 'Cognome',
      'given-name': 'Nome',
      email: 'E-mail',
    });
    expect(chosen('Cognome;Nome;E-mail', { email: 'unused' })).toEqual(['email']);
  });

  test('a name is whole or in two parts, as it was chosen', () => {
    expect(chosen('Cognome;Nome;Intestatario;E-mail', { intestatario: 'full-name' })).toEqual({
      'full-name': 'Intestatario',
      email: 'E-mail',
    });
    expect(chosen('Nominativo;Chiamato;E-mail', { chiamato: 'given-name' })).toEqual(['family-name']);
  });

  test('of two columns with one header each has its own key, one without a header has its place', () => {
    expect(columnKeys(['E-mail', 'e mail', '', 'E-mail [privata]', '***'])).toEqual([
      'email',
      'email:2',
      ':3',
      'email:3',
      ':5',
    ]);
    expect(chosen('Cognome;Nome;E-mail;E-mail', { 'email:2': 'email', email: 'unused' })).toMatchObject({
      email: 'E-mail',
    });
  });

  test('the columns of a list without headers are chosen by their places', () => {
    expect(
      chosen('Riva;Anna;a.riva@x.it', { ':1': 'family-name', ':2': 'given-name' }, 'Sanna;Ugo;u@x.it'),
    ).toEqual({
      'family-name': 'A',
      'given-name': 'B',
      email: 'C',
    });
  });

  test('a choice takes back those of the same header that it contradicts', () => {
    const header = findHeader(records('Cognome;Nome;E-mail;Altro'), new Map());
    if (!header.ok) throw new Error('It has all columns');
    const before = new Map<string, ColumnUse>([
      ['cognome', 'family-name'],
      ['nome', 'given-name'],
      ['elsewhere', 'full-name'],
    ]);
    const changes = (index: number, use: ColumnUse) => [...chooseColumn(header.value, before, index, use)];
    expect(changes(3, 'given-name')).toEqual([
      ['nome', null],
      ['altro', 'given-name'],
    ]);
    expect(changes(3, 'full-name')).toEqual([
      ['cognome', null],
      ['nome', null],
      ['altro', 'full-name'],
    ]);
    expect(changes(3, 'unused')).toEqual([['altro', 'unused']]);
    expect(changes(0, 'family-name')).toEqual([['cognome', 'family-name']]);
  });

  test('headers of two rows: the row that says more is the header', () => {
    const found = findHeader(
      records('Cognome;Nome;E-mail;Rapporto;', 'Cognome;Nome;E-mail;Inizio;Fine', 'Riva;Anna;a@x.it;;'),
      new Map(),
    );
    expect(found.ok && [found.value.row, found.value.columns.length]).toEqual([2, 5]);
  });

  test('a header of a million characters costs no more than any other cell', () => {
    const started = process.cpuUsage();
    expect(chosen(`Cognome;Nome;E-mail;${'['.repeat(1_000_000)}`, {})).toMatchObject({ email: 'E-mail' });
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});
