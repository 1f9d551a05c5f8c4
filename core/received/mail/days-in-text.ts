import { monthNamed } from '../../formats/spreadsheet/date-text.ts';
import { dayOf, type Day } from '../../kernel/day.ts';
import type { Placed } from './amounts-in-text.ts';

const inFigures = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/-])/g;
const shortYear = /(?<![\d/.,-])(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d/-]|[.,]\d)/g;
const yearFirst = /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d/-])/g;
const inWords = /(?<!\d)(\d{1,2})[°ºo]? ([a-z]{3,10}) (\d{4})(?!\d)/gi;

type Read = (first: string, second: string, third: string) => Day | undefined;

const ways: readonly (readonly [RegExp, Read])[] = [
  [inFigures, (date, month, year) => dayOf(Number(year), Number(month), Number(date))],
  [shortYear, (date, month, year) => dayOf(2000 + Number(year), Number(month), Number(date))],
  [yearFirst, (year, month, date) => dayOf(Number(year), Number(month), Number(date))],
  [inWords, (date, name, year) => dayOf(Number(year), monthNamed(name), Number(date))],
];

/**
 * The days that a text names: 15/03/2027, 15.03.2027, 15/03/27, 2027-03-15, 15 marzo 2027. What the calendar
 * does not have, and what is not between 2000 and 2100, is none.
 */
export const daysIn = (text: string): readonly Placed<Day>[] =>
  ways
    .flatMap(([pattern, read]) =>
      [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: first, 2: second, 3: third, index: at }) => {
        const value = read(first ?? '', second ?? '', third ?? '');
        return value === undefined || value < '2000-01-01' || value > '2100-12-31'
          ? []
          : [{ value, at, end: at + whole.length }];
      }),
    )
    .toSorted((a, b) => a.at - b.at);
