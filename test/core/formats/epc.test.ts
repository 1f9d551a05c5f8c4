import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { cents, type Cents } from '../../../core/kernel/cents.ts';
import { epcPayload } from '../../../core/formats/paper/epc.ts';
import { orderSchema } from '../../../core/orders/order.ts';
import { sampleOffice } from '../../support/sample-state.ts';

const good = {
  beneficiary: 'Aruba PEC S.p.A.',
  iban: 'IT60 X054 2811 1010 0000 0123 456',
  gross: cents(7099),
  reference: '31904418',
};
const linesOf = (payload: ReturnType<typeof epcPayload>): readonly string[] =>
  payload.ok ? payload.value.split('\n') : [payload.error.problem];

describe('the QR code of a transfer (EPC069-12)', () => {
  test('twelve lines that a bank reads: the amount with two decimals, the reference alone', () => {
    expect(linesOf(epcPayload(good))).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Aruba PEC S.p.A.',
      'IT60X0542811101000000123456',
      'EUR70.99',
      '',
      '',
      '31904418',
      '',
    ]);
    expect(
      linesOf(epcPayload({ ...good, beneficiary: 'x'.repeat(70), gross: cents(5) })).slice(5, 8),
    ).toEqual(['x'.repeat(70), 'IT60X0542811101000000123456', 'EUR0.05']);
  });

  test('S1: a name with a line break cannot put another IBAN and another amount in their place', () => {
    const beneficiary = 'Aruba\nDE89370400440532013000\nEUR9999.00';
    expect(linesOf(epcPayload({ ...good, beneficiary }))).toEqual(['beneficiary-characters']);
  });

  test.each([
    ['beneficiary-missing', { beneficiary: '  ' }],
    ['beneficiary-too-long', { beneficiary: 'x'.repeat(71) }],
    ['beneficiary-characters', { beneficiary: 'Aruba\u2028PEC' }],
    ['beneficiary-characters', { beneficiary: 'Aruba\u202e' }],
    ['beneficiary-characters', { beneficiary: 'Aruba \ud800' }],
    ['iban', { iban: 'IT61X0542811101000000123456' }],
    ['iban', { iban: '' }],
    ['amount', { gross: 0 as Cents }],
    ['amount', { gross: -5 as Cents }],
    ['amount', { gross: 100_000_000_000 as Cents }],
    ['amount', { gross: 0.5 as Cents }],
    ['amount', { gross: Number.NaN as Cents }],
    ['reference-characters', { reference: '3190\r4418' }],
    ['reference-too-long', { reference: '3'.repeat(141) }],
  ])('no code, and why: %s', (problem, bad) => {
    expect(linesOf(epcPayload({ ...good, ...bad }))).toEqual([problem]);
  });

  test('law: no input makes another number of lines, another amount or another account', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.string({
        unit: fc.constantFrom('\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\0', 'A', '1', ' '),
      }),
      fc.constantFrom('Aruba', good.iban, '31904418'),
    );
    const amount = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(1, 7099));
    fc.assert(
      fc.property(piece, piece, amount, piece, (beneficiary, iban, gross, reference) => {
        const payload = epcPayload({ beneficiary, iban, gross: gross as Cents, reference });
        if (!payload.ok) return;
        const lines = payload.value.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u);
        expect([lines.length, lines[0], lines[5], lines[10]]).toEqual([12, 'BCD', beneficiary, reference]);
        expect(lines[6]).toBe(iban.replaceAll(/\s/gu, '').toUpperCase());
        expect(lines[7]).toMatch(/^EUR\d{1,9}\.\d\d$/);
      }),
      { numRuns: 500 },
    );
  });
});

test('S1: what an order says of its payment is one line each, on the wire too', () => {
  const [order] = [...sampleOffice().vendor.orders];
  const paid = (change: object): boolean =>
    orderSchema.safeParse({ ...order, payment: { ...order?.payment, ...change } }).success;
  expect(paid({})).toBe(true);
  expect(paid({ iban: '' })).toBe(true);
  for (const name of ['reference', 'beneficiary', 'iban', 'postalAccount'])
    for (const bad of ['a\nb', 'a\u2029b', 'a\0', 'a\u202eb', 'x'.repeat(300)])
      expect([name, bad, paid({ [name]: bad })]).toEqual([name, bad, false]);
});
