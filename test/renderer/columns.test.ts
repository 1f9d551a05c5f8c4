// The widths of a long list's columns.
import { expect, test } from 'vitest';
import { columnOf, columnsStyle, oneLineWidth } from '../../renderer/components/columns.ts';

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
  expect(columnsStyle([names, emails], 1, 37, 42)).toEqual({
    '--columns': '42px minmax(128px, 16fr) minmax(275px, 38fr)',
    '--row-height': '37px',
  });
  expect(columnsStyle([names, emails], 2, 47, 42)).toEqual({
    '--columns': '42px minmax(101px, 16fr) minmax(154px, 38fr)',
    '--row-height': '47px',
  });
});

test('what all columns need in one line is what each needs', () => {
  expect(oneLineWidth([names, emails])).toBe(128 + 275);
});
