// Lists of services and pasted texts: no row is lost, nothing is thrown, and what is exported comes back.
// `LIST_RUNS=27000` runs each law that often; give more time with `--testTimeout`.
import fc from 'fast-check';
import { expect } from 'vitest';
import { moduleKinds, serviceKinds } from '../../core/catalog/item.ts';
import { cleanCell, saysNothing } from '../../core/formats/spreadsheet/cell.ts';
import { writeWorkbook, writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import {
  accessWays,
  fieldSchemas,
  fields,
  listFields,
  payerSides,
  type Field,
  type ServiceDetails,
} from '../../core/register/fields.ts';
import type { ServiceList } from '../../core/register/import/read-service-list.ts';
import { readPasted, readPastedServices } from '../../core/register/import/read-pasted.ts';
import { serviceKey } from '../../core/register/import/service-key.ts';
import { serviceTable } from '../../core/register/import/write-service-list.ts';
import type { Fact } from '../../core/register/fact.ts';
import { foldService, type Registered } from '../../core/register/fold.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { isVatCode } from '../../core/kernel/vat-code.ts';
import { csvText } from '../../renderer/papers/cells.ts';
import { sourceTable } from '../../renderer/screens/services/source-table.ts';
import { law } from '../support/law.ts';
import { days } from '../support/plain-date.ts';
import { serviceListIn, serviceReading, today } from '../support/service-lists.ts';
import { listWords } from '../support/service-words.ts';
import { sheetsOf } from '../support/staff-lists.ts';

const asked = Number(process.env['LIST_RUNS']);
const runs = (usual: number): number => (asked > 0 ? asked : usual);

const cells: Readonly<Record<string, readonly string[]>> = {
  Cliente: ['A srl', 'B srl', 'Totale', '', 'Totale Energia', '=cmd', 'a s.r.l.'],
  'Partita IVA': ['', '', '02342520158', '1879020517', '02342520159', 'RSSMRA79B11C566R', 'DE123456789', 'x'],
  Servizio: [
    'FE',
    'Fatturazione Elettronica',
    'SR',
    'Utente aggiuntivo',
    '2 GB aggiuntivi',
    'Documenti',
    '',
    'PEC',
  ],
  Quantità: ['', '', '1', '3', 'due', '-1', '2,5'],
  Scadenza: [
    '15/03/2027',
    '15/03/2027',
    '03/04/2027',
    '03/15/2027',
    '31/02/2027',
    '46461',
    '15/3/27',
    '',
    '1/1/1990',
  ],
  Utenti: ['', '', '3', '0', 'due', '3 (15/03/2027) + 2', '1.000'],
  Moduli: ['', '', 'NSO', 'Documenti (24/11/2027), WooCommerce', 'nessuno', 'Caffè'],
  NSO: ['', '', 'sì', 'no', '-', 'x', 'forse', '24/11/2027'],
  Account: ['', '8841207@aruba.it'],
  'Chi paga': ['', '', 'studio', 'cliente', 'boh'],
  Zona: ['', 'Nord'],
};
const headers = Object.keys(cells);

const row: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(...headers.map((name) => fc.constantFrom(...(cells[name] ?? [''])))) },
  { weight: 1, arbitrary: fc.array(fc.string({ maxLength: 12 }), { maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom([], headers, ['Totale', '', '', '7']) },
);
const rows = fc.array(row, { maxLength: 14 });

const line = (values: readonly string[]): string =>
  values.map((text) => (/[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(';');
const title = fc.constantFrom<readonly string[]>([], ['Elenco'], ['Servizi al 24/11/2026', '']);
const list = fc
  .record({ title, rows })
  .map(({ title: above, rows: below }) => [...above, line(headers), ...below.map(line)].join('\n'));

const placesOf = ({ rows: services, rejected, skipped }: ServiceList): readonly number[] =>
  [
    ...services.flatMap((service) => service.rows),
    ...rejected.map((one) => one.row),
    ...skipped.map((one) => one.row),
  ].sort((a, b) => a - b);

law('every row of a list is in one service, rejected, or skipped: in exactly one of them', {
  subject: serviceReading,
  wrong(text) {
    const reading = serviceReading(text);
    return reading.ok
      ? { ok: true, value: { ...reading.value, rejected: reading.value.rejected.slice(1) } }
      : reading;
  },
  given: list,
  holds(read, text) {
    const reading = read(text);
    if (!reading.ok) return expect(reading.error.reason).toBe('empty-list');
    const { found, headerRow } = reading.value;
    const all = sheetsOf(text).find(({ separator }) => separator === found.sheet.separator)?.rows ?? [];
    expect(placesOf(reading.value)).toEqual(all.slice(headerRow).map((one) => one.row));
  },
  runs: runs(200),
});

law('a service that is read has values that the register takes, a key of its own, and evidence', {
  subject: serviceReading,
  wrong(text) {
    const reading = serviceReading(text);
    return reading.ok
      ? {
          ok: true,
          value: {
            ...reading.value,
            rows: reading.value.rows.map((one) => ({ ...one, details: { ...one.details, holder: '' } })),
          },
        }
      : reading;
  },
  given: list,
  holds(read, text) {
    const reading = read(text);
    if (!reading.ok) return;
    const { rows: services } = reading.value;
    for (const { details, key, cells: evidence, rows: all, row: own } of services) {
      for (const field of Object.keys(details) as Field[]) {
        expect(fieldSchemas[field].safeParse(details[field]).success, field).toBe(true);
        expect(evidence[field]).toBeTruthy();
      }
      expect(key).toBe(serviceKey(details));
      expect(details.expiry !== undefined && details.kind !== undefined && details.holder !== undefined).toBe(
        true,
      );
      expect(details.kind === 'receive-only' && (details.modules ?? []).length > 0).toBe(false);
      expect(all[0]).toBe(own);
    }
    expect(new Set(services.map(({ key }) => key)).size).toBe(services.length);
  },
  runs: runs(200),
});

const summary = (reading: ReturnType<typeof serviceReading>) =>
  reading.ok
    ? {
        rows: reading.value.rows,
        rejected: reading.value.rejected.map(({ row: own, column, reason }) => ({ own, column, reason })),
        skipped: reading.value.skipped,
        shape: reading.value.shape,
        ambiguous: reading.value.ambiguousDates,
      }
    : reading.error.reason;

const ordered = fc.record({
  /** Rows as wide as the header: a row with cells beyond it is malformed in any order. */
  rows: fc.array(fc.tuple(...headers.map((name) => fc.constantFrom(...(cells[name] ?? [''])))), {
    minLength: 1,
    maxLength: 10,
  }),
  order: fc.shuffledSubarray([...headers.keys()], { minLength: headers.length }),
});
const inOrder = (all: readonly (readonly string[])[], order: readonly number[]): string =>
  all.map((values) => line(order.map((index) => values[index] ?? ''))).join('\n');
law('the order of the columns does not matter', {
  subject: (all: readonly (readonly string[])[], order: readonly number[]) =>
    summary(serviceReading(inOrder(all, order))),
  wrong: (all, order) =>
    summary(
      serviceReading(
        inOrder(
          all.map((one, at) => (at === 0 ? one : [...one].reverse())),
          order,
        ),
      ),
    ),
  given: ordered,
  holds(read, { rows: all, order }) {
    const table = [headers, ...all];
    expect(read(table, order)).toEqual(summary(serviceReading(inOrder(table, [...headers.keys()]))));
  },
  runs: runs(200),
});

law('a list is read the same every time', {
  subject: serviceReading,
  wrong: (text) => serviceReading(text.replaceAll('srl', 'spa')),
  given: list,
  holds(read, text) {
    expect(summary(read(text))).toEqual(summary(serviceReading(text)));
  },
  runs: runs(100),
});

/** Rows that are services or wrong, none of them an item. */
const noItems = fc.array(
  fc
    .tuple(...headers.map((name) => fc.constantFrom(...(cells[name] ?? ['']))))
    .filter((values) => !/aggiuntiv|Documenti/.test(values[2] ?? '')),
  { maxLength: 10 },
);

law('a list that stands in the file twice says each service once', {
  subject: serviceReading,
  wrong: (text) =>
    serviceReading(
      text
        .split('\n')
        .map((one, at) => one.replace('A srl', `A${at} srl`))
        .join('\n'),
    ),
  given: noItems,
  holds(read, all) {
    const once = [headers, ...all].map(line).join('\n');
    const [single, double] = [read(once), read([headers, ...all, ...all].map(line).join('\n'))];
    if (!single.ok || !double.ok) return expect(single.ok).toBe(double.ok);
    expect(double.value.rows).toEqual(single.value.rows);
    const kinds = (reading: ServiceList): readonly string[] =>
      reading.rejected.map(({ reason }) => reason.kind);
    const wrong = kinds(single.value);
    expect([...kinds(double.value)].sort()).toEqual(
      [...wrong, ...wrong, ...single.value.rows.map(() => 'duplicate')].sort(),
    );
  },
  runs: runs(150),
});

/** Eleven digits with the right last one. */
const vatCode = fc.tuple(fc.integer({ min: 1, max: 9_999_999_999 }), fc.constant(null)).map(([number]) => {
  const start = String(number).padStart(10, '0');
  return Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).find(isVatCode) ?? '';
});
const letters = Array.from('aàbcdèéìòùçñßA BCD\'’-.,;"()&<>=+@#_x000D_/|0123456789');
const text = (most: number) =>
  fc
    .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: most })
    .map(cleanCell)
    .filter((one) => !saysNothing(one) && !/^#[A-Z]/.test(one));
const expiry = days('2000-01-01', '2100-12-31');
const groups = fc.uniqueArray(
  fc.record({ quantity: fc.integer({ min: 1, max: 2000 }), expiry: fc.option(expiry) }),
  { selector: (group) => group.expiry, maxLength: 5 },
);
const details: fc.Arbitrary<ServiceDetails> = fc
  .record(
    {
      holder: text(60).map((name) => `N${name}`),
      vatCode: fc.oneof(vatCode, fc.constantFrom('DE123456789', 'ATU12345678')),
      taxCode: fc.oneof(vatCode, fc.constantFrom('RSSMRA79B11C566R', 'RSSMRA85T10A56NH')),
      kind: fc.constantFrom(...serviceKinds),
      expiry,
      users: groups,
      modules: fc.uniqueArray(
        fc.record({ kind: fc.constantFrom(...moduleKinds), expiry: fc.option(expiry) }),
        {
          selector: (module) => module.kind,
        },
      ),
      space: groups,
      account: text(40),
      panelUsername: text(40),
      automaticRenewal: fc.boolean(),
      promotional: fc.boolean(),
      access: fc.constantFrom(...accessWays),
      payer: fc.constantFrom(...payerSides),
      caretaker: text(40),
      followed: fc.boolean(),
      note: text(80),
    },
    { requiredKeys: ['holder', 'kind', 'expiry'] },
  )
  .map((one) => (one.kind === 'receive-only' && one.modules !== undefined ? { ...one, modules: [] } : one));
const exported = fc.record({
  services: fc.uniqueArray(details, { selector: serviceKey, minLength: 1, maxLength: 8 }),
  language: fc.constantFrom('it' as const, 'en' as const),
  form: fc.constantFrom('csv' as const, 'xlsx' as const),
});

/** What the register says of a service if each field has one fact. */
const registeredAs = (said: ServiceDetails): Registered =>
  foldService(
    's' as ServiceId,
    fields.flatMap((field): Fact[] =>
      said[field] === undefined
        ? []
        : [
            {
              id: `f-${field}`,
              at: 0,
              by: 'Anna',
              about: 's',
              field,
              value: said[field],
              asOf: today,
              source: { kind: 'sheet', file: 'servizi.xlsx', row: 4 },
              evidence: null,
              corrects: null,
              reason: null,
              confirmed: true,
            } as unknown as Fact,
          ],
    ),
  );

const comesBack = (services: readonly ServiceDetails[], language: 'it' | 'en', form: 'csv' | 'xlsx') => {
  const table = serviceTable(services, listWords[language]);
  const bytes =
    form === 'csv'
      ? new TextEncoder().encode(csvText(table))
      : writeWorkbook([
          { name: 'Servizi', ...table },
          { name: 'Fonti', ...sourceTable(services.map(registeredAs), today) },
        ]);
  return serviceListIn(bytes);
};

law('exported and imported again, services are the same', {
  subject: comesBack,
  wrong: (services, language, form) =>
    comesBack(
      services.map((one) => ({
        ...one,
        users: one.users?.map((group) => ({ ...group, expiry: null })) ?? [],
      })),
      language,
      form,
    ),
  given: exported,
  holds(read, { services, language, form }) {
    const reading = read(services, language, form);
    if ('refused' in reading) throw new Error(reading.refused);
    expect(reading.rejected).toEqual([]);
    expect(reading.ambiguousDates).toBe(false);
    expect(reading.unused).toEqual([]);
    expect(reading.rows.map((one) => one.details)).toEqual(services);
    expect(reading.columns.map(({ field }) => field)).toEqual(listFields);
  },
  runs: runs(200),
});

const junk = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...headers, ...Object.values(cells).flat()),
  fc.constantFrom(
    '(',
    ' + ',
    ';',
    '/',
    'fino al ',
    '"',
    '\t',
    '0'.repeat(40),
    '9'.repeat(40),
    '(((((',
    '++++',
  ),
);
const reasons = new Set([
  'empty-list',
  'missing-columns',
  'no-workbook',
  'damaged-workbook',
  'protected-workbook',
  'workbook-too-large',
]);

law('any text at all is a list or a typed refusal, and no row of it is lost', {
  subject: serviceReading,
  wrong(text) {
    if (text.includes('(((((')) throw new Error('planted');
    return serviceReading(text);
  },
  given: fc
    .array(fc.array(junk, { maxLength: 12 }), { maxLength: 12 })
    .map((lines) => lines.map((one) => one.join(';')).join('\n')),
  holds(read, text) {
    for (const whole of [text, `${line(headers)}\n${text}`]) {
      const reading = read(whole);
      if (!reading.ok) {
        expect(reasons.has(reading.error.reason)).toBe(true);
        continue;
      }
      const below = reading.value.found.sheet.rows.filter((one) => one.row > reading.value.headerRow);
      expect(placesOf(reading.value)).toEqual(below.map((one) => one.row));
    }
  },
  runs: runs(200),
});

/** A workbook of the list, and damage: other bytes at some places, a cut end, or nothing of it at all. */
const damagedBook = fc
  .record({
    rows,
    damage: fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.integer({ min: 0, max: 255 }) }),
      { maxLength: 6 },
    ),
    end: fc.oneof(
      { weight: 3, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    ),
  })
  .map(({ rows: below, damage, end }) => {
    const book = writeXlsx(
      'Servizi',
      headers,
      below.map((one) => one.map((cell) => ({ text: cell }))),
    );
    for (const { at, byte } of damage) book[Math.floor(at * (book.length - 1))] = byte;
    return book.slice(0, Math.ceil(end * book.length));
  });
const openingReasons = new Set([...reasons, 'binary-file', 'empty-file']);

law('any bytes at all are a list or a typed refusal, and no row of it is lost', {
  subject: serviceListIn,
  wrong(bytes) {
    const read = serviceListIn(bytes);
    return 'refused' in read ? read : { ...read, skipped: [], rejected: [] };
  },
  given: fc.oneof(
    { weight: 4, arbitrary: damagedBook },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  ),
  holds(read, bytes) {
    const reading = read(bytes);
    if ('refused' in reading) return expect(openingReasons.has(reading.refused)).toBe(true);
    const below = reading.found.sheet.rows.filter((one) => one.row > reading.headerRow);
    expect(placesOf(reading)).toEqual(below.map((one) => one.row));
  },
  runs: runs(200),
});

const words = fc.constantFrom(
  'Fatturazione Elettronica',
  'Solo Ricezione',
  'Username: ',
  'rossi01',
  'due02',
  'Partita IVA ',
  '02342520158',
  '86334519757',
  '02342520159',
  'Intestatario: ',
  'Scadenza ',
  'scade il ',
  '15/03/2027',
  '24/11/2027',
  '31/02/2027',
  'Utenti aggiuntivi: ',
  '3 ',
  '2 di 5',
  'due',
  'Spazio ',
  ' di 3 GB',
  'Moduli: ',
  'Documenti',
  ' attivo',
  ' non attivo',
  'Rinnovo automatico ',
  'Stato: ',
  'scaduto',
  '8841207@aruba.it',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '\u00a0',
  ', ',
);
const pasted = fc
  .array(fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

law('a pasted text is read in parts that cover it; what was recognised lies inside its part', {
  subject: readPastedServices,
  wrong(text, day) {
    const read = readPastedServices(text, day);
    return read.ok
      ? {
          ok: true,
          value: read.value.map((one) => ({
            ...one,
            found: one.found.map((part) => ({ ...part, to: part.to + 500 })),
          })),
        }
      : read;
  },
  given: pasted,
  holds(readAll, text) {
    const read = readAll(text, today);
    if (!read.ok) return expect([text.trim(), read.error.reason]).toEqual(['', 'empty-paste']);
    let next = 0;
    for (const { from, to, found, details: said } of read.value) {
      expect(from).toBe(next);
      next = to;
      for (const part of found) {
        expect(part.from >= from && part.to <= to && part.from < part.to).toBe(true);
      }
      for (const field of Object.keys(said) as Field[]) {
        expect(fieldSchemas[field].safeParse(said[field]).success, field).toBe(true);
        expect(found.some((part) => part.field === field)).toBe(true);
      }
    }
    expect(next).toBe(text.length);
    const one = readPasted(text, today);
    expect(one.ok && one.value.found).toEqual(read.value.flatMap(({ found }) => found));
  },
  runs: runs(300),
});

/** Texts that make careless patterns slow: one piece, very often. */
const repeated = fc
  .tuple(
    fc.oneof(words, fc.constantFrom('(', '1', '+', '-', ' ', 'a', '3 (', 'e ', '1/', '.', 'fino al ')),
    fc.oneof(words, fc.constantFrom('', '\n', ';', ' ')),
  )
  .map(([piece, between]) => `${piece}${between}`);

law('a long text of one piece takes about as long as it is long', {
  subject: (text: string): number => {
    const before = process.cpuUsage();
    readPastedServices(text, today);
    serviceReading(`Cliente;Servizio;Scadenza;Utenti;Moduli\n${text}`);
    serviceReading(
      `Cliente;Servizio;Scadenza;Utenti;Moduli\nA;FE;15/03/2027;${text.replaceAll(/[;\n\r"]/g, '')};x`,
    );
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  },
  wrong: (text) => text.length,
  given: repeated,
  holds(measure, piece) {
    // 100,000 characters take some tens of milliseconds. A quadratic pattern takes many seconds.
    expect(measure(piece.repeat(Math.ceil(100_000 / piece.length)))).toBeLessThan(5000);
  },
  runs: Math.min(runs(15), 100),
});
