import '../support/page-language.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { cents } from '../../core/kernel/cents.ts';
import { amount, clockTime, dayText, longDay, money, shortDay } from '../../renderer/text/format.ts';
import { fold } from '../../renderer/text/fold.ts';
import { setLanguage } from '../../renderer/text/text.ts';
import { day } from '../support/samples.ts';

afterEach(() => setLanguage('it'));
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('money', () => {
  test.each([
    [0, '0,00 €', '€0.00'],
    [1, '0,01 €', '€0.01'],
    [7099, '70,99 €', '€70.99'],
    [123_450, '1.234,50 €', '€1,234.50'],
    [100_000_000, '1.000.000,00 €', '€1,000,000.00'],
    [-1999, '-19,99 €', '-€19.99'],
  ])('%i cents are %s, in English %s', (value, italian, english) => {
    expect(plain(money(cents(value)))).toBe(italian);
    setLanguage('en');
    expect(plain(money(cents(value)))).toBe(english);
  });

  test('without the sign, for calculations: four digits are grouped too', () => {
    expect(plain(amount(cents(123_450)))).toBe('1.234,50');
  });
});

describe('days', () => {
  test('as figures', () => {
    expect([dayText(day('2026-11-04')), shortDay(day('2026-11-04'))]).toEqual(['04/11/2026', '04/11']);
  });

  test('in words, with the year where it is not this one', () => {
    const today = day('2026-11-24');
    expect([longDay(day('2026-12-04'), today), longDay(day('2027-02-28'), today)]).toEqual([
      'venerdì 4 dicembre',
      'domenica 28 febbraio 2027',
    ]);
    setLanguage('en');
    expect([longDay(day('2026-12-04'), today), longDay(day('2027-02-28'), today)]).toEqual([
      'Friday 4 December',
      'Sunday 28 February 2027',
    ]);
  });

  test('a moment of the day', () => {
    expect(clockTime(Date.parse('2026-11-24T08:05:00Z'))).toMatch(/^\d{2}:05$/);
  });
});

test('searching ignores accents and case', () => {
  expect([fold('Giosuè'), fold('MÜLLER'), fold('Niccolò')]).toEqual(['giosue', 'muller', 'niccolo']);
});
