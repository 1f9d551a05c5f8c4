// Staff lists: no row is lost, whatever is in the file.
import fc from 'fast-check';
import { expect } from 'vitest';
import { optionalFields, type OptionalField } from '../../core/people/import/column-names.ts';
import { planImport } from '../../core/people/import/import-people.ts';
import { emailKey, personDetailsSchema, type Person, type PersonDetails } from '../../core/people/person.ts';
import { readDate } from '../../core/people/import/read-dates.ts';
import { decodeStaffList } from '../../core/formats/spreadsheet/text-encoding.ts';
import { finish } from '../../core/kernel/steps.ts';
import { law } from '../support/law.ts';
import { openDecoder } from '../support/open-decoder.ts';
import { days, plainIsDay } from '../support/plain-date.ts';
import { person } from '../support/samples.ts';
import { listIn, readBytes, readingOf, sheetsOf } from '../support/staff-lists.ts';
import { sheetOf, workbook } from '../support/workbooks.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'Riva',
    'Anna',
    'De Luca',
    'a@x.it',
    'b@x.it',
    'A@X.IT ',
    'c@x.it',
    'non disponibile',
    '31/02/2026',
    '01/02/2026',
    '2026-01-01',
    '=cmd',
    'Totale',
    '"',
    'x"y',
    '""',
    'due;parti',
    'due\nrighe',
    '\u00a0',
    '-',
  ),
  fc.string({ maxLength: 12 }),
);
const quoted = (text: string, always: boolean): string =>
  always || /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const wellFormed = fc.array(
  fc
    .tuple(fc.boolean(), fc.array(cell, { minLength: 0, maxLength: 7 }))
    .map(([always, cells]) => cells.map((text) => quoted(text, always)).join(';')),
  { maxLength: 15 },
);
/** Lines cut and quoted in any way, as in real files. */
const broken = fc.array(
  fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(';').replaceAll('\n', ' ')),
  { maxLength: 15 },
);
const title = fc.constantFrom([], ['Elenco'], ['Elenco al 24/11/2026', '', 'Sede: Arezzo']);
const header = 'Cognome;Nome;E-mail;Reparto;Data inizio;Data fine';
const file = fc
  .record({ title, lines: fc.oneof(wellFormed, broken), end: fc.constantFrom('\n', '\r\n') })
  .map(({ title: above, lines, end }) => [...above, header, ...lines].join('\n').replaceAll('\n', end));

law('every row of the file is a title or the header, a person, or rejected: in exactly one of them', {
  subject: listIn,
  wrong: (text) => {
    const { list, ...rest } = listIn(text);
    return {
      ...rest,
      list: { ...list, rejected: list.rejected.filter(({ reason }) => reason.kind !== 'duplicate-email') },
    };
  },
  given: file,
  holds(read, text) {
    const { list, found } = read(text);
    const listed = [...list.rows, ...list.rejected].map(({ row }) => row).sort((a, b) => a - b);
    const all = sheetsOf(text).find(({ separator }) => separator === found.sheet.separator)?.rows ?? [];
    expect(listed).toEqual(all.slice(list.headerRow).map(({ row }) => row));
    expect(all.map(({ row }) => row)).toEqual(all.map((_, index) => index + 1));
  },
  runs: 600,
});

/** The same cells in a workbook of another writer. A row without text is not written. */
const grid = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 });
const inWorkbook = (rows: readonly (readonly string[])[]): Uint8Array =>
  workbook({ Elenco: sheetOf([header.split(';'), ...rows]) });

law(
  'every row of a workbook that holds anything is a person or rejected, with the number that the spreadsheet shows',
  {
    subject: inWorkbook,
    wrong: (rows) => inWorkbook(rows.slice(1)),
    given: grid,
    holds(write, rows) {
      const reading = readBytes(write(rows));
      if (!('kind' in reading) || reading.kind !== 'list') throw new Error('It has a header');
      const listed = [...reading.list.rows, ...reading.list.rejected]
        .map(({ row }) => row)
        .sort((a, b) => a - b);
      const written = rows.flatMap((cells, index) => (cells.every((text) => text === '') ? [] : [index + 2]));
      expect(listed).toEqual(written);
    },
    runs: 300,
  },
);

law('a person of a staff list is one that the command takes, with an address of their own', {
  subject: listIn,
  wrong: (text) => {
    const { list, ...rest } = listIn(text);
    return {
      ...rest,
      list: {
        ...list,
        rows: list.rows.map((row) => ({ ...row, details: { ...row.details, familyName: '' } })),
      },
    };
  },
  given: file,
  holds(read, text) {
    const { list } = read(text);
    for (const { details } of list.rows) expect(personDetailsSchema.parse(details)).toEqual(details);
    const keys = list.rows.map(({ details }) => emailKey(details.email));
    expect(new Set(keys).size).toBe(keys.length);
  },
});

law('any text at all is read or refused, never a crash; no line of it is lost', {
  subject: sheetsOf,
  wrong: (text) =>
    sheetsOf(text).map((sheet) => ({
      ...sheet,
      rows: sheet.rows.filter(({ cells }) => cells.join('') !== ''),
    })),
  given: fc
    .array(
      fc.string({ maxLength: 20 }).map((line) => line.replaceAll(/["\r\n]/g, '')),
      { minLength: 1, maxLength: 10 },
    )
    .filter((lines) => lines.at(-1) !== ''),
  holds(read, lines) {
    for (const { rows } of read(lines.join('\r\n'))) expect(rows).toHaveLength(lines.length);
    readingOf(lines.join('"\n'));
  },
});

const details: fc.Arbitrary<PersonDetails> = fc
  .record({
    number: fc.integer({ min: 0, max: 30 }),
    upper: fc.boolean(),
    familyName: fc.constantFrom('Riva', 'RIVA', 'riva', 'Sanna'),
    department: fc.constantFrom('', 'Paghe'),
    start: fc.option(days('1990-01-01', '2026-12-31')),
    end: fc.option(days('1990-01-01', '2028-12-31')),
  })
  .filter(({ start, end }) => start === null || end === null || start <= end)
  .map(({ number, upper, ...rest }) => ({
    ...rest,
    givenName: 'Anna',
    email: upper ? `P${number}@X.IT` : `p${number}@x.it`,
  }));
const plan = fc.record({
  known: fc.uniqueArray(details, { selector: ({ email }) => emailKey(email), maxLength: 15 }),
  rows: fc.uniqueArray(details, { selector: ({ email }) => emailKey(email), maxLength: 15 }),
  present: fc.subarray([...optionalFields]).map((fields) => new Set<OptionalField>(fields)),
  takeCase: fc.boolean(),
});

law('a plan: every row in one group, everybody else absent, and after it the same list changes nobody', {
  subject: planImport,
  wrong: (people, rows, _, takeCase) => planImport(people, rows, new Set(optionalFields), takeCase),
  given: plan,
  holds(compare, { known, rows, present, takeCase }) {
    const people = new Map<string, Person>(
      known.map((one, index) => [`k${index}`, person(`k${index}`, one)]),
    );
    const { added, changed, unchanged, conflicting, absent } = compare(people, rows, present, takeCase);
    const mails = (list: readonly { readonly email: string }[]): string[] =>
      list.map(({ email }) => emailKey(email));
    const met = [...changed.map((one) => one.person), ...unchanged, ...conflicting.map((one) => one.person)];
    expect([...mails(added), ...mails(met)].sort()).toEqual(mails(rows).sort());
    expect([...mails(met), ...mails(absent)].sort()).toEqual(mails(known).sort());
    for (const one of changed) {
      expect(one.fields.length).toBeGreaterThan(0);
      const { person: before, details: after } = one;
      if (!takeCase && before.familyName.toLowerCase() === after.familyName.toLowerCase())
        expect(after.familyName).toBe(before.familyName);
      for (const field of optionalFields)
        if (!present.has(field)) expect(one.details[field]).toBe(one.person[field]);
      expect(personDetailsSchema.safeParse(one.details).success).toBe(true);
    }
    const after = new Map(people);
    for (const [index, one] of added.entries()) after.set(`n${index}`, person(`n${index}`, one));
    for (const one of changed) after.set(one.person.id, { ...one.details, id: one.person.id });
    const again = compare(after, rows, present, takeCase);
    expect([again.added, again.changed]).toEqual([[], []]);
    expect(again.unchanged.length + again.conflicting.length).toBe(rows.length);
  },
  runs: 600,
});

interface NamedPeople {
  readonly familyFirst: boolean;
  readonly form: string;
  readonly header: string;
  readonly people: readonly { readonly given: string; readonly family: string; readonly silent: boolean }[];
}
const namedPeople: fc.Arbitrary<NamedPeople> = fc.record({
  familyFirst: fc.boolean(),
  form: fc.constantFrom('m.rossi', 'rossi.m', 'mrossi', 'rossim'),
  header: fc.constantFrom<string>('Nominativo', 'Dipendente', 'Name', 'Nome completo'),
  people: fc.uniqueArray(
    fc.record({
      given: fc.constantFrom('Anna', 'Ugo', 'Maria Teresa', 'Gian Luca', 'Niccolò'),
      family: fc.constantFrom('Bruni', 'De Luca', "D'Angelo", 'Lo Presti', 'Sanna', 'Van der Berg'),
      /** An address that says nothing about the name. */
      silent: fc.boolean(),
    }),
    { selector: ({ given, family }) => given + family, minLength: 1, maxLength: 12 },
  ),
});

const fullNamesOf = ({ familyFirst, form, header: name, people }: NamedPeople) => {
  const letters = (text: string): string =>
    text
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '');
  const lines = people.map(({ given, family, silent }, index) => {
    const mailbox = form.replace('rossi', letters(family)).replace(/^m|m$/, letters(given).slice(0, 1));
    return `${familyFirst ? `${family} ${given}` : `${given} ${family}`};${silent ? 'info' : mailbox}@x${index}.it`;
  });
  return listIn([`${name};E-mail`, ...lines].join('\n')).list.rows.map(({ details: one }) => [
    one.givenName,
    one.familyName,
  ]);
};

law('full names are read in the one order of their list, if its addresses say it', {
  subject: fullNamesOf,
  // A header that names an order says nothing else, whatever the addresses say.
  wrong: (given) => fullNamesOf({ ...given, header: 'Nome e cognome' }),
  given: namedPeople.filter(({ people }) => people.some(({ silent }) => !silent)),
  holds(read, given) {
    expect(read(given)).toEqual(given.people.map((one) => [one.given, one.family]));
  },
});

law('a date is read as the day that it says, or refused', {
  subject: readDate,
  wrong: (text) => readDate(text.replace(/^(\d+)\/(\d+)/, '$2/$1')),
  given: fc.record({
    date: fc.integer({ min: 1, max: 32 }),
    month: fc.integer({ min: 1, max: 13 }),
    year: fc.integer({ min: 1900, max: 2100 }),
    mark: fc.constantFrom('/', '-', '.'),
  }),
  holds(read, { date, month, year, mark }) {
    const iso = [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
    const found = read(`${date}${mark}${month}${mark}${year}`);
    expect(found).toEqual(
      plainIsDay(iso) ? { ok: true, value: iso } : { ok: false, error: { reason: 'bad-date' } },
    );
    expect(read(iso)).toEqual(found);
  },
});

law('UTF-8 comes back as it was written, with a mark or without', {
  subject: (bytes: Uint8Array) => finish(decodeStaffList(bytes, openDecoder)),
  wrong: (bytes) => finish(decodeStaffList(bytes.subarray(0, bytes.length - 1), openDecoder)),
  given: fc.record({
    text: fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .map((text) => `x${text.toWellFormed().replaceAll(/[\0\ufeff]/g, '')}x`),
    mark: fc.boolean(),
  }),
  holds(decode, { text, mark }) {
    const decoded = decode(new TextEncoder().encode(mark ? `\ufeff${text}` : text));
    expect(decoded).toEqual({ ok: true, value: { text, encoding: mark ? 'utf-8-bom' : 'utf-8' } });
  },
});
