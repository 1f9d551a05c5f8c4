import { describe, expect, test } from 'vitest';
import { findHeader } from '../../../core/people/columns.ts';

const records = (...rows: string[]) => rows.map((row, index) => ({ row: index + 1, cells: row.split(';'), malformed: false }));
const fields = (...rows: string[]) => {
  const header = findHeader(records(...rows));
  return header.ok ? Object.fromEntries(header.value.columns.map(({ field, header: name }) => [field, name])) : header.error;
};

describe('columns by name', () => {
  test.each([
    ['Cognome;Nome;Reparto;E-mail;Data assunzione;Data cessazione', ['family-name', 'given-name', 'department', 'email', 'start', 'end']],
    ['COGNOME ;nome*;Ufficio;Posta elettronica;Data inizio;Data fine', ['family-name', 'given-name', 'department', 'email', 'start', 'end']],
    ['Nominativo;Indirizzo e-mail', ['full-name', 'email']],
    ['Cognome e nome;Mail;Unità organizzativa', ['family-first', 'email', 'department']],
    [
      'First Name [Required];Last Name [Required];Email Address [Required];Org Unit Path [Required];Status [READ ONLY]',
      ['given-name', 'family-name', 'email', 'department', 'suspended'],
    ],
    ['Display name;User principal name;Block credential;Department', ['full-name', 'email', 'blocked', 'department']],
    ['Name;Surname;Email', ['given-name', 'family-name', 'email']],
    ['Name;Email', ['full-name', 'email']],
  ])('%s', (row, expected) => {
    expect(Object.keys(fields(row))).toEqual(expected);
  });

  test('of two columns for one field the surer one is used', () => {
    expect(fields('User principal name;First name;Last name;Email;Office;Department;Display name')).toEqual({
      'given-name': 'First name',
      'family-name': 'Last name',
      email: 'Email',
      department: 'Department',
    });
  });

  test('the day an account was made is not the start of the employment, a city no department', () => {
    const header = findHeader(records('Cognome;Nome;E-mail;When created;City;Recovery Email;Data di nascita'));
    expect(header.ok && header.value.ignored).toEqual(['When created', 'City', 'Recovery Email', 'Data di nascita']);
  });

  test('titles stand above the header', () => {
    const header = findHeader(records('Elenco dipendenti al 24/11/2026', '', 'Stampato da: Nome utente', 'Cognome;Nome;E-mail', 'Riva;Anna;a@x.it'));
    expect(header.ok && [header.value.row, header.value.width]).toEqual([4, 3]);
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
    expect(fields(row, 'Riva;Anna;a@x.it')).toEqual({ reason: 'missing-columns', missing, found: row.split(';') });
  });

  test('a list without a header row', () => {
    expect(fields('Riva;Anna;a.riva@x.it', 'Sanna;Ugo;u@x.it')).toEqual({
      reason: 'missing-columns',
      missing: ['email', 'name'],
      found: ['Riva', 'Anna', 'a.riva@x.it'],
    });
  });

  test('the empty list', () => {
    expect(findHeader([])).toEqual({ ok: false, error: { reason: 'missing-columns', missing: ['email', 'name'], found: [] } });
  });
});
