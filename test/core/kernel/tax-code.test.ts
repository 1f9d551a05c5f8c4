import { expect, test } from 'vitest';
import { isTaxCode } from '../../../core/kernel/tax-code.ts';

// The valid codes are published examples (domain.md 8.3); two of them have letters for digits.
test.each(['RSSMRA79B11C566R', 'RSSMRA85T10A562S', 'RSSMRA85T10A56NH', 'RSSMRA85T10A5SNT', '02342520158'])(
  '%s is a tax code',
  (text) => {
    expect(isTaxCode(text)).toBe(true);
  },
);

test.each([
  '',
  'RSSMRA79B11C566S',
  'RSSMRA79B12C566R',
  'rssmra79b11c566r',
  'RSSMRA79F11C566R',
  'RSSMRA79B11C566',
  'RSSMRA79B11C566RR',
  '02342520159',
  '00000000000',
])('%j is none', (text) => {
  expect(isTaxCode(text)).toBe(false);
});
