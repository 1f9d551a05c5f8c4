// The widths of a long list's columns.
import { expect, test } from 'vitest';
import { columnOf, columnsStyle, linesIn } from '../../renderer/components/columns.ts';

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

test('words of the other font have room for each of their letters, which are all equally wide', () => {
  const { most } = columnOf('User', ['mdeluca01'], 4, true);
  expect(most * 6.7).toBeGreaterThanOrEqual(9 * 7.2);
  expect(columnOf('User', ['mdeluca01'], 4).most * 6.7).toBeLessThan(9 * 7.2);
});

test('in one line no column gets narrower than its longest words; in two it may break them', () => {
  expect(columnsStyle([names, emails], 1, 37, 42)).toEqual({
    '--columns': '42px minmax(128px, 16fr) minmax(275px, 38fr)',
    '--row-height': '37px',
    minWidth: `${42 + 128 + 275}px`,
  });
  expect(columnsStyle([names, emails], 2, 47, 42)).toEqual({
    '--columns': '42px minmax(101px, 16fr) minmax(154px, 38fr)',
    '--row-height': '47px',
    // Narrower than this, the list scrolls sideways.
    minWidth: `${42 + 101 + 154}px`,
  });
});

test('a row has one line where all of its words fit side by side', () => {
  expect(linesIn(128 + 275, [names, emails])).toBe(1);
  expect(linesIn(128 + 274, [names, emails])).toBe(2);
});

test('one very long word takes two lines, and leaves the other columns their width', () => {
  const long = columnOf('E-mail', [`${'a'.repeat(200)}@x.it`], 20);
  expect(linesIn(5000, [names, long])).toBe(2);
  expect(columnsStyle([names, long], 2, 47, 42)).toMatchObject({
    '--columns': '42px minmax(101px, 16fr) minmax(154px, 48fr)',
  });
});
