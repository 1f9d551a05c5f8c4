// The widths of a long list's columns.
import { expect, test } from 'vitest';
import { columnOf, oneLineWidth, tracksOf } from '../../renderer/components/columns.ts';

const names = columnOf('Nome', ['Anna Ferri', 'Alessandro Bruno'], 12);
const emails = columnOf('E-mail', ['a@x.it', 'alessandro.bruno@studiobianchi.example'], 20);

test('a column is as wide as its longest words, also if they stand in the last row', () => {
  expect(names).toEqual({ most: 16, least: 12 });
  expect(columnOf('Nome', ['Alessandro Bruno', 'Anna Ferri'], 12)).toEqual(names);
});

test('words that are short are never broken, and a head never is', () => {
  expect(columnOf('E', ['Paghe'], 12)).toEqual({ most: 5, least: 5 });
  expect(columnOf('Nome utente', [], 4)).toEqual({ most: 12, least: 12 });
});

test('in one line no column gets narrower than its longest words; in two it may break them', () => {
  expect(tracksOf([names, emails], false)).toBe('minmax(128px, 16fr) minmax(275px, 38fr)');
  expect(tracksOf([names, emails], true)).toBe('minmax(101px, 16fr) minmax(154px, 38fr)');
});

test('the width that one line needs is that of all columns, with the one of the checkbox', () => {
  expect(oneLineWidth([names, emails])).toBe(42 + 128 + 275);
});
