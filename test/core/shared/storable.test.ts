import { expect, test } from 'vitest';
import { isStorable, storableText } from '../../../core/shared/storable.ts';

test.each([
  ['', true],
  ['Società «Rossi» & C. 𝔸 👩‍💻', true],
  ['a\u0000b', false],
  ['\uD800', false],
  ['a\uDC00', false],
  ['\uD83D\uDC69', true],
])('%j: a database can hold it, %s', (text, storable) => {
  expect(isStorable(text)).toBe(storable);
  expect(storableText(40).safeParse(text).success).toBe(storable);
});
