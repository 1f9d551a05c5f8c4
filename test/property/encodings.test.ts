// A list that was put together from several programs: whatever the encoding of each row, each is read right.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeStaffList } from '../../core/formats/spreadsheet/text-encoding.ts';
import { finish } from '../../core/kernel/steps.ts';
import { law } from '../support/law.ts';
import { openDecoder } from '../support/open-decoder.ts';

/** What is not Latin-1 in Windows-1252, by its byte. */
const more: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '“': 0x93, '”': 0x94, Š: 0x8a };

const bytesIn = {
  'utf-8': (text: string): readonly number[] => [...new TextEncoder().encode(text)],
  'windows-1252': (text: string): readonly number[] =>
    Array.from(text, (letter) => more[letter] ?? letter.charCodeAt(0)),
  'utf-16le': (text: string): readonly number[] =>
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => [
      unit & 255,
      unit >> 8,
    ]),
  'utf-16be': (text: string): readonly number[] =>
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => [
      unit >> 8,
      unit & 255,
    ]),
} as const;

const decode = (bytes: readonly number[]): string | null => {
  const decoded = finish(decodeStaffList(Uint8Array.from(bytes), openDecoder));
  return decoded.ok ? decoded.value.text : null;
};

/**
 * Names as Italian lists have them. All of their letters are in Windows-1252. "È’" in it is valid UTF-8 too:
 * the first row, which is not, says that the list is a mix.
 */
const cell = fc.oneof(
  fc.constantFrom('Niccolò', 'D’Amico', 'PERCHÉ', 'Müller', 'È’ qui', 'Peña', 'CITTÀ', '5,00 €', 'Škoda', ''),
  fc.string({ unit: fc.constantFrom(...Array.from("àèéìòùÀÈÉÌÒÙçñßüabcdeABC '.-@")), maxLength: 12 }),
);
const row = fc
  .array(cell, { minLength: 1, maxLength: 5 })
  .chain((cells) => fc.constantFrom(';', ',', '\t').map((separator) => cells.join(separator)));
const mixed = fc.record({
  rows: fc.array(fc.record({ text: row, encoding: fc.constantFrom('utf-8', 'windows-1252') }), {
    minLength: 1,
    maxLength: 12,
  }),
  end: fc.constantFrom('\n', '\r\n', '\r'),
});

const decodeRows = (
  rows: readonly { readonly text: string; readonly encoding: 'utf-8' | 'windows-1252' }[],
  end: string,
): string | null =>
  decode([
    ...bytesIn['windows-1252'](`Perù${end}`),
    ...rows.flatMap(({ text, encoding }) => bytesIn[encoding](text + end)),
  ]);

law('a list of rows in UTF-8 and in Windows-1252, in any mix, has each row read right', {
  subject: decodeRows,
  // The first reader took one encoding for all rows.
  wrong: (rows, end) =>
    decodeRows(
      rows.map(({ text }) => ({ text, encoding: rows[0]?.encoding ?? 'utf-8' })),
      end,
    )?.replaceAll('È', 'Ã') ?? null,
  given: mixed.map(({ rows, end }) => ({
    end,
    rows: rows.map(({ text, encoding }) => ({ text, encoding: encoding as 'utf-8' | 'windows-1252' })),
  })),
  holds(read, { rows, end }) {
    expect(read(rows, end)).toBe(`Perù${end}${rows.map(({ text }) => text + end).join('')}`);
  },
  runs: 1500,
});

law('UTF-16 in both byte orders is read, with its mark and without', {
  subject: (bytes: readonly number[]) => decode(bytes),
  wrong: (bytes) => decode(bytes.slice(2)),
  given: fc.record({
    text: fc.array(row, { minLength: 2, maxLength: 12 }).map((rows) => `Cognome;Nome\n${rows.join('\n')}`),
    order: fc.constantFrom('utf-16le' as const, 'utf-16be' as const),
    mark: fc.boolean(),
  }),
  holds(read, { text, order, mark }) {
    expect(read(bytesIn[order](mark ? `\ufeff${text}` : text))).toBe(text);
  },
});

test('one row of an older program does not spoil the accents of ten thousand others', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `Niccolò;D’Amico;p${index}@x.it\n`);
  const old = bytesIn['windows-1252']('Perché;Città;old@x.it\n');
  const bytes = [...rows.flatMap((text) => bytesIn['utf-8'](text)), ...old];
  expect(decode(bytes)).toBe(`${rows.join('')}Perché;Città;old@x.it\n`);
});

test('one cell of an older program in a row of UTF-8', () => {
  const line = (text: string): readonly number[] => bytesIn['utf-8'](text);
  const bytes = [
    ...line('Niccolò;'),
    ...bytesIn['windows-1252']('Contabilità'),
    ...line(';Perù\nŁukasz;x;y\n'),
  ];
  expect(decode(bytes)).toBe('Niccolò;Contabilità;Perù\nŁukasz;x;y\n');
});

test.each([
  ['numbers of two bytes', Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? at % 30 : 0))],
  ['zeros', Array.from({ length: 400 }, () => 0)],
  ['a program', [0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0, 0xb8, 0]],
])('%s are no text', (_, bytes) => {
  expect(decode(bytes)).toBeNull();
});
