import { expect, test } from 'vitest';
import { isVatCode } from '../../../core/kernel/vat-code.ts';
import checksums from '../../oracles/checksums.json';

test.each(checksums.partitaIva.valid)('%s is a VAT number', (text) => {
  expect(isVatCode(text)).toBe(true);
});

test.each([...checksums.partitaIva.invalid, '', ' 02342520158', 'IT02342520158', '０２３４２５２０１５８'])('%j is none', (text) => {
  expect(isVatCode(text)).toBe(false);
});

test('every single wrong digit is found', () => {
  for (let index = 0; index < 11; index += 1) {
    for (let shift = 1; shift < 10; shift += 1) {
      const digit = (Number('02342520158'[index]) + shift) % 10;
      expect(isVatCode(`${'02342520158'.slice(0, index)}${digit}${'02342520158'.slice(index + 1)}`)).toBe(false);
    }
  }
});
