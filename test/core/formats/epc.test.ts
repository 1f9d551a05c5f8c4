import { expect, test } from 'vitest';
import { cents } from '../../../core/kernel/cents.ts';
import { epcPayload } from '../../../core/formats/paper/epc.ts';

test('twelve lines that a bank reads (EPC069-12): the amount with two decimals, the reference alone', () => {
  const payload = epcPayload({
    beneficiary: 'Aruba PEC S.p.A.',
    iban: 'IT60 X054 2811 1010 0000 0123 456',
    gross: cents(7099),
    reference: '31904418',
  });
  expect(payload.split('\n')).toEqual([
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
    epcPayload({ beneficiary: 'x'.repeat(90), iban: '', gross: cents(5), reference: '' })
      .split('\n')
      .slice(5, 8),
  ).toEqual(['x'.repeat(70), '', 'EUR0.05']);
});
