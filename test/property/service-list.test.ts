// Lists of services: no row is lost, and nothing is thrown.
// `LIST_RUNS=27000` runs each law that often; give more time with `--testTimeout`.
import fc from 'fast-check';
import { expect } from 'vitest';
import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { fieldSchemas, type Field } from '../../core/register/fields.ts';
import type { ServiceList } from '../../core/register/import/read-service-list.ts';
import { serviceKey } from '../../core/register/import/service-key.ts';
import { law } from '../support/law.ts';
import { serviceListIn, serviceReading } from '../support/service-lists.ts';
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
