import { expect, test } from 'vitest';
import { isVatCode, vatCodeSlips } from '../../../core/kernel/vat-code.ts';
import checksums from '../../oracles/checksums.json';

test.each(checksums.partitaIva.valid)('%s is a VAT number', (text) => {
  expect(isVatCode(text)).toBe(true);
});

test.each([...checksums.partitaIva.invalid, '', ' 02342520158', 'IT02342520158', '０２３４２５２０１５８'])(
  '%j is none',
  (text) => {
    expect(isVatCode(text)).toBe(false);
  },
);

test('every single wrong digit is found', () => {
  for (let index = 0; index < 11; index += 1) {
    for (let shift = 1; shift < 10; shift += 1) {
      const digit = (Number('02342520158'[index]) + shift) % 10;
      expect(isVatCode(`${'02342520158'.slice(0, index)}${digit}${'02342520158'.slice(index + 1)}`)).toBe(
        false,
      );
    }
  }
});

test('eleven digits and nothing else, also where the first or the last eleven would pass', () => {
  const valid = ['01234560511', '07643520567'].filter(isVatCode);
  const tens = Array.from({ length: 1000 }, (_, index) => `0764352${String(index).padStart(3, '0')}0`).filter(
    isVatCode,
  );
  expect(tens.length).toBeGreaterThan(0);
  for (const code of [...valid, ...tens])
    expect([
      isVatCode(`${code}0`),
      isVatCode(`0${code}`),
      isVatCode(` ${code}`),
      isVatCode(`${code}x`),
    ]).toEqual([false, false, false, false]);
});

test('the slips of a wrong number: the last digit, two neighbours, one other digit', () => {
  const slips = vatCodeSlips('02342520159');
  expect(slips?.lastDigit).toBe('02342520158');
  expect(slips?.oneDigit).toHaveLength(10);
  expect(slips?.oneDigit.every(isVatCode)).toBe(true);
  expect(vatCodeSlips('02345220158')?.swapped).toContain('02342520158');
  for (const text of ['02342520158', '0234252015', '00000000000', '0234252015A', ''])
    expect(vatCodeSlips(text)).toBeUndefined();
});
