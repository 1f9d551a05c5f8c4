// The three staff lists of test/samples, row by row. The expected values were checked by hand.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importableRows, planImport } from '../../../../core/people/import/import-people.ts';
import { emailKey, type Person, type PersonDetails } from '../../../../core/people/person.ts';
import { decodeStaffList } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import { finish } from '../../../../core/kernel/steps.ts';
import { openDecoder } from '../../../support/open-decoder.ts';
import { person } from '../../../support/samples.ts';
import { listIn, listOf } from '../../../support/staff-lists.ts';

function open(name: string) {
  const decoded = finish(
    decodeStaffList(readFileSync(new URL(`../../../samples/${name}`, import.meta.url)), openDecoder),
  );
  if (!decoded.ok) throw new Error(decoded.error.reason);
  const { list, found } = listIn(decoded.value.text);
  const { columns, ...rest } = list;
  return {
    encoding: decoded.value.encoding,
    separator: found.sheet.separator,
    list,
    columns: Object.fromEntries(columns.map(({ field, header }) => [field, header])),
    ...rest,
  };
}

const short = ({ familyName, givenName, email, department, start, end }: PersonDetails) =>
  [familyName, givenName, email.split('@')[0], department, start, end].join(' | ');

const failed = (): never => {
  throw new Error('No such row');
};

/** A desk that has just imported the list. */
const desk = (rows: readonly PersonDetails[]): Map<string, Person> =>
  new Map(rows.map((details, index) => [`p${index}`, person(`p${index}`, details)]));

describe('payroll export, Windows-1252', () => {
  const sample = open('paghe-windows1252.csv');

  test('encoding, separator, title and columns', () => {
    expect([sample.encoding, sample.separator, sample.headerRow, sample.ignored]).toEqual([
      'windows-1252',
      ';',
      3,
      [],
    ]);
    expect(sample.columns).toEqual({
      'family-name': 'Cognome',
      'given-name': 'Nome',
      department: 'Reparto',
      email: 'E-mail',
      start: 'Data assunzione',
      end: 'Data cessazione',
    });
    expect(sample.present).toEqual(['department', 'start', 'end']);
  });

  test('32 people; 5 rows that are none, each with its reason', () => {
    expect(sample.rows).toHaveLength(32);
    expect(sample.rejected).toEqual([
      {
        row: 11,
        column: 'E-mail',
        text: 'Rizzi;Lorenzo;Paghe;non disponibile;04/10/2022;',
        reason: { kind: 'missing-email' },
        named: [],
      },
      {
        row: 15,
        column: 'Data cessazione',
        text: 'Conti;Giuseppe;Segreteria;g.conti@studiobianchi.example;10/04/2019;31/02/2026',
        reason: { kind: 'bad-date', value: '31/02/2026' },
        named: ['g.conti@studiobianchi.example'],
      },
      { row: 16, column: null, text: '', reason: { kind: 'empty-row' }, named: [] },
      {
        row: 39,
        column: 'E-mail',
        text: 'Sanna;Marco;Consulenza;m.sanna@studiobianchi.example;03/04/2018;',
        reason: { kind: 'duplicate-email', email: 'm.sanna@studiobianchi.example', firstRow: 6 },
        named: ['m.sanna@studiobianchi.example'],
      },
      { row: 40, column: null, text: 'Totale dipendenti: 34;;;;;', reason: { kind: 'total-row' }, named: [] },
    ]);
    const seen = [...sample.rows, ...sample.rejected].map(({ row }) => row).sort((a, b) => a - b);
    expect(seen).toEqual(Array.from({ length: 37 }, (_, index) => index + 4));
  });

  test('accents, particles and leavers', () => {
    const byRow = new Map(sample.rows.map(({ row, details }) => [row, short(details)]));
    expect([4, 5, 7, 13, 18, 27, 37].map((row) => byRow.get(row))).toEqual([
      'Riva | Francesca | f.riva | Contabilità | 2017-09-03 | ',
      'Lo Presti | Paolo | p.lopresti | Contabilità | 2023-04-17 | ',
      'Esposito | Giulia | g.esposito | Contabilità | 2018-10-27 | 2026-10-31',
      'Sanna | Giosuè | g.sanna | Contabilità | 2023-04-20 | ',
      'Müller | Andrea | a.muller | Consulenza | 2015-10-10 | ',
      "Dall'Oglio | Niccolò | n.dalloglio | Contabilità | 2020-08-06 | ",
      'Cavallè | Sara | s.cavalle | Contabilità | 2010-10-11 | ',
    ]);
    expect(sample.rows.filter(({ details }) => details.end !== null).map(({ row }) => row)).toEqual([7, 24]);
  });
});

describe('Google Workspace, UTF-8 with BOM', () => {
  const sample = open('workspace-utf8bom.csv');

  test('its own column names', () => {
    expect([sample.encoding, sample.separator, sample.headerRow, sample.ignored]).toEqual([
      'utf-8-bom',
      ',',
      1,
      ['Last Sign In [READ ONLY]'],
    ]);
    expect(sample.columns).toEqual({
      'given-name': 'First Name [Required]',
      'family-name': 'Last Name [Required]',
      email: 'Email Address [Required]',
      department: 'Org Unit Path [Required]',
      suspended: 'Status [READ ONLY]',
    });
    expect(sample.present).toEqual(['department']);
  });

  test('20 people, one of them suspended: listed as such and left out of an import', () => {
    expect([sample.rows.length, sample.rejected]).toEqual([20, []]);
    expect(
      sample.rows.filter(({ suspended }) => suspended).map(({ row, details }) => [row, details.email]),
    ).toEqual([[5, 'g.esposito@studiobianchi.example']]);
    expect(importableRows(sample.list)).toHaveLength(19);
    expect(short(importableRows(sample.list)[1] ?? failed())).toBe(
      'Lo Presti | Paolo | p.lopresti | Contabilità |  | ',
    );
  });
});

describe('Microsoft 365, all quoted', () => {
  const sample = open('m365-quoted.csv');

  test('the columns in use, and those that say nothing here', () => {
    expect([sample.encoding, sample.separator, sample.headerRow]).toEqual(['utf-8', ',', 1]);
    expect(sample.ignored).toEqual(['City', 'Display name', 'Licenses', 'When created']);
    expect(sample.columns).toEqual({
      blocked: 'Block credential',
      department: 'Department',
      'given-name': 'First name',
      'family-name': 'Last name',
      email: 'User principal name',
    });
  });

  test('22 people, nobody rejected, nobody suspended, no invented start of employment', () => {
    expect([sample.rows.length, sample.rejected, sample.rows.some(({ suspended }) => suspended)]).toEqual([
      22,
      [],
      false,
    ]);
    expect(sample.rows.every(({ details }) => details.start === null && details.end === null)).toBe(true);
    expect(sample.rows.map(({ row }) => row)).toEqual(Array.from({ length: 22 }, (_, index) => index + 2));
  });

  test('read by its full names alone it gives the same people', () => {
    const lines = readFileSync(new URL('../../../samples/m365-quoted.csv', import.meta.url), 'utf8').replace(
      '"First name","Last name"',
      '"Extra 1","Extra 2"',
    );
    expect(listOf(lines).rows.map(({ details }) => short(details))).toEqual(
      sample.rows.map(({ details }) => short(details)),
    );
  });
});

describe('one list after another', () => {
  const payroll = importableRows(open('paghe-windows1252.csv').list);
  const workspace = open('workspace-utf8bom.csv');

  test('the same list again changes nobody', () => {
    const plan = planImport(desk(payroll), payroll, new Set(['department', 'start', 'end'] as const));
    expect([plan.added, plan.changed, plan.conflicting, plan.absent, plan.unchanged.length]).toEqual([
      [],
      [],
      [],
      [],
      32,
    ]);
  });

  test('Workspace after payroll: two are new, no start or end is wiped, nobody is removed', () => {
    const plan = planImport(desk(payroll), importableRows(workspace.list), new Set(workspace.present));
    expect(plan.added.map(({ email }) => emailKey(email).split('@')[0])).toEqual(['l.rizzi', 'g.conti']);
    expect([plan.changed, plan.conflicting, plan.unchanged.length, plan.absent.length]).toEqual([
      [],
      [],
      17,
      15,
    ]);
  });
});

test('50,000 rows are read and compared in a moment (about a second of processor time; the limit leaves room)', () => {
  const lines = Array.from(
    { length: 50_000 },
    (_, index) => `"De Luca";Niccolò ${index};Contabilità;p${index}@studiobianchi.example;03/09/2017;`,
  );
  const bytes = new TextEncoder().encode(
    ['Cognome;Nome;Reparto;E-mail;Data assunzione;Data cessazione', ...lines].join('\r\n'),
  );
  // Processor time, because the wall clock also counts other programs of the machine.
  const before = process.cpuUsage();
  const decoded = finish(decodeStaffList(bytes, openDecoder));
  if (!decoded.ok) throw new Error(decoded.error.reason);
  const list = listOf(decoded.value.text);
  const plan = planImport(desk(importableRows(list)), importableRows(list), new Set(list.present));
  expect([plan.unchanged.length, list.rejected.length]).toEqual([50_000, 0]);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(5000);
}, 60_000);
