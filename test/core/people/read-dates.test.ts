import { describe, expect, test } from 'vitest';
import { readDate } from '../../../core/people/read-dates.ts';

const read = (text: string): string | null => {
  const date = readDate(text);
  return date.ok ? date.value : date.error.reason;
};

describe('dates as staff lists write them', () => {
  test.each([
    ['03/09/2017', '2017-09-03'],
    ['3/9/2017', '2017-09-03'],
    ['3/9/17', '2017-09-03'],
    ['3/9/98', '1998-09-03'],
    ['03-09-2017', '2017-09-03'],
    ['03.09.2017', '2017-09-03'],
    ['2017-09-03', '2017-09-03'],
    ['2017/09/03', '2017-09-03'],
    ['2024-03-05 10:11:12Z', '2024-03-05'],
    ['2024-03-05T23:59:59+01:00', '2024-03-05'],
    ['03/09/2017 00:00', '2017-09-03'],
    ['03/09/2017 0.00.00', '2017-09-03'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(['', '-', '--', '/ /', '00/00/0000', '0', 'n/d', 'N.D.', '31/12/9999', '31/12/2999'])('%j is no date', (text) => {
    expect(read(text)).toBeNull();
  });

  test.each([
    '31/02/2026',
    '29/02/2026',
    '00/01/2026',
    '13/13/2026',
    '2026-02-30',
    '1/1/1899',
    '1/1/2101',
    '03/09-2017',
    'domani',
    '20170903',
    '45000',
    '3/9/017',
    '12/2026',
  ])('%s is refused', (text) => {
    expect(read(text)).toBe('bad-date');
  });
});
