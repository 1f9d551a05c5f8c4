import { describe, expect, test } from 'vitest';
import { importableRows, namedOnly, planImport } from '../../../../core/people/import/import-people.ts';
import { optionalFields } from '../../../../core/people/import/column-names.ts';
import type { Person } from '../../../../core/people/person.ts';
import type { StaffList } from '../../../../core/people/import/read-staff-list.ts';
import { day, person } from '../../../support/samples.ts';
import { listOf } from '../../../support/staff-lists.ts';

const read = (...lines: string[]): StaffList => listOf(lines.join('\n'));

const header = 'Cognome;Nome;E-mail;Reparto;Data inizio;Data fine';
const reasons = (...lines: string[]) =>
  read(header, ...lines).rejected.map(({ row, column, reason }) => [row, column, reason.kind]);
const first = (...lines: string[]) => read(header, ...lines).rows[0]?.details;

describe('rows that are no person, each with its reason', () => {
  test.each([
    [';;;;;', null, 'empty-row'],
    ['-;Anna;a@x.it', 'Cognome', 'missing-name'],
    ['Riva;;a@x.it', 'Nome', 'missing-name'],
    ['Riva;Anna;', 'E-mail', 'missing-email'],
    ['Riva;Anna;non disponibile', 'E-mail', 'missing-email'],
    ['Riva;Anna;n.d.', 'E-mail', 'missing-email'],
    ['Riva;Anna;anna.riva', 'E-mail', 'bad-email'],
    ['Riva;Anna;a@x', 'E-mail', 'bad-email'],
    ['Riva;Anna;"a@x.it; b@x.it"', 'E-mail', 'bad-email'],
    ['Riva;Anna;a@x.it;;31/02/2026', 'Data inizio', 'bad-date'],
    ['Riva;Anna;a@x.it;;;domani', 'Data fine', 'bad-date'],
    ['Riva;Anna;a@x.it;;02/01/2026;01/01/2026', 'Data fine', 'end-before-start'],
    ['=cmd|calc;Anna;a@x.it', 'Cognome', 'formula'],
    ['Riva;@Anna;a@x.it', 'Nome', 'formula'],
    ['+39 333;Anna;a@x.it', 'Cognome', 'formula'],
    ['-2+3;Anna;a@x.it', 'Cognome', 'formula'],
    [`${'R'.repeat(101)};Anna;a@x.it`, 'Cognome', 'too-long'],
    [`Riva;Anna;${'a'.repeat(250)}@x.it`, 'E-mail', 'too-long'],
    [`Riva;Anna;a@x.it;${'R'.repeat(101)}`, 'Reparto', 'too-long'],
    ['Totale dipendenti: 34;;;;;', null, 'total-row'],
    ['TOTALE;34;;;;', null, 'total-row'],
    ['Somma;Ada;;;;', 'E-mail', 'missing-email'],
    ['Numero;Ida;non disponibile;;;', 'E-mail', 'missing-email'],
    ['Totale;Ugo;;;;', 'E-mail', 'missing-email'],
    ['***;Anna;a@x.it', 'Cognome', 'missing-name'],
    ['12;Anna;a@x.it', 'Cognome', 'missing-name'],
    ['Riva;Anna;a_gmail.com#EXT#@x.onmicrosoft.com', 'E-mail', 'guest'],
    [header, null, 'repeated-header'],
    ['Riva;Anna;a@x.it;Paghe;;;Contabilità', null, 'malformed'],
  ])('%s', (line, column, kind) => {
    expect(reasons(line)).toEqual([[2, column, kind]]);
  });

  test('of two rows with one address the first counts, and the second names it', () => {
    const list = read(
      header,
      'Riva;Anna;A.Riva@x.it',
      'Riva;Anna;a.riva@X.it ',
      'Sanna;Ugo;u@x.it',
      'Altro;Nome;a.riva@x.it',
    );
    expect(list.rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(list.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [3, { kind: 'duplicate-email', email: 'a.riva@X.it', firstRow: 2 }],
      [5, { kind: 'duplicate-email', email: 'a.riva@x.it', firstRow: 2 }],
    ]);
  });

  test('a row that was rejected does not take the address away', () => {
    expect(
      read(header, 'Riva;Anna;a@x.it;;31/02/2026', 'Riva;Anna;a@x.it').rows.map(({ row }) => row),
    ).toEqual([3]);
  });

  test('the text of the row is shown as read, shortened', () => {
    const [rejected] = read(header, `Riva;Anna;;${'x'.repeat(200)}`).rejected;
    expect([
      rejected?.text.length,
      rejected?.text.endsWith('…'),
      rejected?.text.startsWith('Riva;Anna;;xxx'),
    ]).toEqual([160, true, true]);
  });
});

describe('cells as they come', () => {
  test('no-break spaces, spaces, line breaks, invisible characters, separate accents', () => {
    expect(first('"\u00a0De  Luca ";"Maria\nPia";\u200ba@x.it\ufeff; Contabilita\u0300 ;;')).toEqual({
      familyName: 'De Luca',
      givenName: 'Maria Pia',
      email: 'a@x.it',
      department: 'Contabilità',
      start: null,
      end: null,
    });
  });

  test.each([
    'Anna Riva <a.riva@x.it>',
    'mailto:a.riva@x.it',
    '<a.riva@x.it>',
    '"""Riva, Anna"" <a.riva@x.it>"',
  ])('%s is an address', (cell) => {
    expect(first(`Riva;Anna;${cell}`)?.email).toBe('a.riva@x.it');
  });

  test('single quotes around a cell are dropped', () => {
    const list = read(
      "'Cognome';'Nome';'E-mail'",
      "'D''Angelo';'Niccolo''';'n.dangelo@x.it'",
      "'Riva;Anna';a@x.it",
    );
    expect(list.rows.map(({ details }) => [details.familyName, details.givenName, details.email])).toEqual([
      ["D'Angelo", "Niccolo'", 'n.dangelo@x.it'],
      ["'Riva", "Anna'", 'a@x.it'],
    ]);
  });

  test('a formula outside the names is plain text', () => {
    expect(first('Riva;Anna;a@x.it;=SOMMA(A1:A2)')?.department).toBe('=SOMMA(A1:A2)');
  });

  test('surnames that look like placeholders are surnames', () => {
    expect(first('Na;No;a@x.it')).toMatchObject({ familyName: 'Na', givenName: 'No' });
    expect(first('Totale;Ugo;u@x.it')).toMatchObject({ familyName: 'Totale' });
  });

  test('a path of organisational units', () => {
    const list = read(
      'First name,Last name,Email,Org Unit Path',
      'Anna,Riva,a@x.it,/',
      'Ugo,Sanna,u@x.it,/Sedi/Arezzo',
    );
    expect(list.rows.map(({ details }) => details.department)).toEqual(['', 'Sedi / Arezzo']);
  });

  test.each([
    ['Status', 'Suspended', true],
    ['Stato', 'Sospeso', true],
    ['Stato', 'Attivo', false],
    ['Status', 'Active', false],
    ['Block credential', 'True', true],
    ['Block credential', 'False', false],
    ['Sospeso', 'Sì', true],
    ['Enabled', 'False', true],
    ['accountEnabled', 'True', false],
    ['Attivo', 'NO', true],
    ['In forza', 'x', false],
    ['In forza', 'cessato', true],
    ['Stato', 'non in forza', true],
    ['Stato', 'dimesso dal 30/06/2025', true],
    ['Stato', 'licenziata', true],
    ['Stato', 'uscito', true],
    ['Stato', 'ex dipendente', true],
    ['Stato', 'cessato il 30/06/2025', true],
    ['Stato', 'in maternità', false],
    ['Stato', 'a tempo indeterminato', false],
  ])('%s %s: suspended is %s', (name, cell, suspended) => {
    const list = read(`Cognome;Nome;E-mail;${name}`, `Riva;Anna;a@x.it;${cell}`);
    expect(list.rows[0]?.suspended).toBe(suspended);
    expect(importableRows(list)).toHaveLength(suspended ? 0 : 1);
  });
});

describe('what a status column says', () => {
  const status = (name: string, ...cells: string[]) =>
    read(`Cognome;Nome;E-mail;${name}`, ...cells.map((cell, index) => `Riva;Anna;a${index}@x.it;${cell}`));

  test('an unknown word is rejected with its column, and so is a blank cell where yes means active', () => {
    const unknown = status('Stato', 'attivo', 'sospetto');
    expect(unknown.rows).toHaveLength(1);
    expect(unknown.rejected[0]).toMatchObject({
      column: 'Stato',
      reason: { kind: 'unknown-status', value: 'sospetto' },
    });
    expect(status('Attivo', 'sì', '').rejected[0]).toMatchObject({ reason: { kind: 'missing-status' } });
    expect(status('Sospeso', 'no', 'forse').rejected[0]).toMatchObject({
      reason: { kind: 'unknown-status' },
    });
  });

  test('a column without any known word is no status: it is unused, and asked about', () => {
    const provinces = status('Stato', 'AR', 'SI');
    expect([provinces.rows.length, provinces.ignored]).toEqual([2, ['Stato']]);
    const chosen = listOf(
      'Cognome;Nome;E-mail;Stato\nRiva;Anna;a@x.it;AR',
      new Map([['stato', 'suspended']]),
    );
    expect(chosen.rejected).toHaveLength(1);
  });

  test('who has left with a day is a person with that day', () => {
    const list = read('Cognome;Nome;E-mail;Stato;Data fine', 'Riva;Anna;a@x.it;Cessato;30/06/2025');
    expect(importableRows(list)).toMatchObject([{ end: '2025-06-30' }]);
    expect(
      importableRows(read('Cognome;Nome;E-mail;Stato;Data fine', 'Riva;Anna;a@x.it;Suspended;30/06/2025')),
    ).toEqual([]);
  });
});

describe('what an import would do', () => {
  const known = person('p1', {
    givenName: 'Anna',
    familyName: 'Riva',
    email: 'a.riva@x.it',
    department: 'Paghe',
    start: day('2020-01-01'),
    end: null,
  });
  const other = person('p2', { email: 'other@x.it' });
  const desk = new Map<string, Person>([known, other].map((one) => [one.id, one]));
  const everything = new Set(optionalFields);
  const { id: _, ...details } = known;

  test('by address, whatever its case: added, unchanged, absent', () => {
    const added = { ...details, email: 'new@x.it' };
    const plan = planImport(desk, [added, { ...details, email: 'A.RIVA@X.IT' }], everything);
    expect(plan).toEqual({
      added: [added],
      changed: [],
      unchanged: [known],
      recased: [],
      conflicting: [],
      absent: [other],
    });
  });

  test('what differs is named; the address stays as it was written', () => {
    const plan = planImport(
      desk,
      [{ ...details, email: 'A.Riva@x.it', familyName: 'Rivelli', end: day('2026-10-31') }],
      everything,
    );
    expect(plan.changed).toEqual([
      {
        person: known,
        details: { ...details, familyName: 'Rivelli', end: '2026-10-31' },
        fields: ['familyName', 'end'],
      },
    ]);
  });

  test('a name in capitals is no change, unless the list’s capitals are wanted', () => {
    const row = { ...details, familyName: 'RIVA', givenName: 'ANNA' };
    const plan = planImport(desk, [row], everything);
    expect([plan.changed, plan.unchanged, plan.recased]).toEqual([[], [known], [known]]);
    const taken = planImport(desk, [row], everything, true);
    expect(taken.changed).toEqual([{ person: known, details: row, fields: ['givenName', 'familyName'] }]);
    expect(taken.recased).toEqual([known]);
  });

  test('another change of the same person keeps the capitals that are known', () => {
    const row = { ...details, familyName: 'RIVA', givenName: 'Annamaria', end: day('2026-10-31') };
    expect(planImport(desk, [row], everything).changed).toEqual([
      {
        person: known,
        details: { ...details, givenName: 'Annamaria', end: '2026-10-31' },
        fields: ['givenName', 'end'],
      },
    ]);
  });

  test('a list without a column does not wipe what is known; one with a blank cell does', () => {
    const row = { ...details, department: '', start: null };
    expect(planImport(desk, [row], new Set()).unchanged).toEqual([known]);
    expect(planImport(desk, [row], new Set(['start'] as const)).changed).toEqual([
      { person: known, details: { ...details, start: null }, fields: ['start'] },
    ]);
    expect(planImport(desk, [row], everything).changed[0]?.fields).toEqual(['department', 'start']);
  });

  test('an end before the start that is known from elsewhere is left for a person to look at', () => {
    const plan = planImport(
      desk,
      [{ ...details, start: null, end: day('2019-12-31') }],
      new Set(['end'] as const),
    );
    expect([plan.changed, plan.conflicting.map(({ person: one }) => one.id)]).toEqual([[], ['p1']]);
  });

  test('who is named in a rejected, suspended or repeated row is not absent', () => {
    const names = ['bad', 'off', 'twice', 'cells'].map((name) => person(name, { email: `${name}@x.it` }));
    const list = read(
      'Cognome;Nome;E-mail;Stato;Data fine',
      'Riva;Anna;BAD@x.it;;31/02/2026',
      'Riva;Anna;off@x.it;Sospeso;',
      'Riva;Anna;new@x.it;;',
      'Riva;Anna;"new@x.it; twice@x.it";;',
      'Riva;Anna;Anna Riva <cells@x.it>;;;;',
    );
    const people = new Map([...names, other].map((one) => [one.id, one]));
    const plan = planImport(people, importableRows(list), new Set(list.present), false, namedOnly(list));
    expect(plan.absent).toEqual([other]);
  });

  test('a suspended person who is known stays as they are', () => {
    const list = read('Cognome;Nome;E-mail;Status', 'Riva;Anna;a.riva@x.it;Suspended');
    expect(planImport(desk, importableRows(list), new Set(list.present)).changed).toEqual([]);
  });
});
