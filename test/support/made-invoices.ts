// Made-up invoices for laws.
import fc from 'fast-check';
import type { MadeBody, MadeInvoice, MadeLine } from './invoice-files.ts';
import { days } from './plain-date.ts';

const day: fc.Arbitrary<string> = days('2000-01-01', '2100-12-31');

const lineText = fc.oneof(
  fc.constantFrom(
    'Fatturazione Elettronica',
    'Utente aggiuntivo & modulo <b>',
    'Casella PEC',
    'Canone «annuo» à è',
    'Rif. ordine n. MO123456',
    'ARUBA02342520158',
  ),
  fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' })
    .map((text) => text.replaceAll(/\s+/g, ' ').trim() || 'x'),
);

const line = fc.record({
  text: lineText,
  net: fc.integer({ min: -200_000, max: 2_000_000 }),
  decimals: fc.integer({ min: 2, max: 8 }),
  quantity: fc.constantFrom('1.00', '12.00000000', '', '1.50', '3'),
  rate: fc.constantFrom('22.00', '0.00', '4.00'),
  from: fc.option(day, { nil: undefined }),
  to: fc.option(day, { nil: undefined }),
});

const body = fc
  .record({
    type: fc.constantFrom('TD01', 'TD02', 'TD04', 'TD05', 'TD06', 'TD24'),
    date: day,
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    orders: fc.array(
      fc.record({
        order: fc.stringMatching(/^[A-Z0-9]{4,12}$/),
        lines: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ lines, ...rest }): Omit<MadeBody, 'number'> => ({
    ...rest,
    lines: lines.map(({ from, to, ...each }, index): MadeLine => ({
      ...each,
      line: index + 1,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })),
  }));

/** Invoices of every kind that the reader is tested with. */
export const made: fc.Arbitrary<MadeInvoice> = fc
  .record({
    bodies: fc.array(body, { minLength: 1, maxLength: 3 }),
    format: fc.constantFrom('FPR12', 'FPA12'),
    prefix: fc.constantFrom('', 'p', 'ns2', 'b'),
    encoding: fc.constantFrom('UTF-8', 'UTF-8-BOM', 'UTF-16LE', 'UTF-16BE', 'windows-1252', 'ISO-8859-1'),
  })
  .map(({ bodies, ...rest }) => ({
    ...rest,
    bodies: bodies.map((each, index) => ({ ...each, number: `${index + 1}/2026` })),
  }));
