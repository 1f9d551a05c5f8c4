// Cells without headers: the addresses say which columns are the names, or a person says it.
import { describe, expect, test } from 'vitest';
import { findHeader } from '../../../../core/people/import/columns.ts';
import { readRow } from '../../../../core/people/import/read-row.ts';
import { records } from '../../../support/records.ts';

/** What each column is, by its letter; the missing ones after `?`. */
function guessed(...lines: readonly string[]): string {
  const found = findHeader(records(...lines), new Map());
  const { columns } = found.ok ? found.value : found.error.nearest;
  const shown = columns.map(({ header, field }) => `${header}=${field}`).join(' ');
  return found.ok ? shown : `${shown} ? ${found.error.missing.join(' ')}`;
}

describe('two columns of names', () => {
  test.each([
    ['an initial and the family name', ['Riva;Anna;a.riva@x.it', 'Sanna;Ugo;u.sanna@x.it']],
    ['the family name and an initial', ['Riva;Anna;rivaa@x.it', 'Sanna;Ugo;sanna.u@x.it']],
    ['the family name alone, with numbers', ['Riva;Anna;riva@x.it', 'Riva;Ugo;riva2@x.it']],
    [
      'letters that are no base letter with an accent',
      ['Łukasik;Ewa;e.lukasik@x.it', 'Sørensen;Maja;m.sorensen@x.it'],
    ],
    ['particles and accents', ['De Santis;Luca;l.desantis@x.it', "Dall'Oglio;Nicolò;n.dalloglio@x.it"]],
    ['two of three rows', ['Riva;Anna;a.riva@x.it', 'Sanna;Ugo;u.sanna@x.it', 'Neri;Eva;info@x.it']],
    ['one row alone', ['Riva;Anna;a.riva@x.it']],
  ])('%s', (_, lines) => expect(guessed(...lines)).toBe('A=family-name B=given-name C=email'));

  test('wherever they stand', () => {
    expect(guessed('12;a.riva@x.it;Paghe;Anna;x;Riva', '13;u.sanna@x.it;Paghe;Ugo;y;Sanna')).toBe(
      'B=email D=given-name F=family-name',
    );
  });

  test.each([
    ['the whole name says nothing of the order', ['Riva;Anna;anna.riva@x.it', 'Sanna;Ugo;ugo.sanna@x.it']],
    ['addresses of an office', ['Riva;Anna;info@x.it', 'Sanna;Ugo;paghe@x.it']],
    ['one of three rows', ['Riva;Anna;a.riva@x.it', 'Sanna;Ugo;info@x.it', 'Neri;Eva;paghe@x.it']],
    ['family names of one letter', ['O;Anna;o@x.it', 'Y;Ugo;y@x.it']],
    ['addresses of two letters', ['Li;Anna;li@x.it', 'Wu;Ugo;wu@x.it']],
  ])('%s: a person says which is which', (_, lines) => expect(guessed(...lines)).toBe('C=email ? name'));
});

test.each([
  ['a department that begins like the given name', ['Amministrazione;Riva;Anna;a.riva@x.it']],
  [
    'the family name alone, beside two other words',
    ['Paghe;Riva;Anna;riva@x.it', 'Fisco;Sanna;Ugo;sanna@x.it'],
  ],
])('%s: two pairs fit, and a person says which', (_, lines) =>
  expect(guessed(...lines)).toBe('D=email ? name'),
);

test('where more rows say so of one pair, that is it', () => {
  expect(guessed('Amministrazione;Riva;Anna;a.riva@x.it', 'Amministrazione;Sanna;Ugo;u.sanna@x.it')).toBe(
    'B=family-name C=given-name D=email',
  );
});

describe('one column of whole names', () => {
  test.each([
    [
      'family name first',
      ['Riva Anna;a.riva@x.it', 'De Santis Ugo;u.desantis@x.it'],
      'A=family-first B=email',
    ],
    ['given name first', ['Anna Riva;a.riva@x.it', 'Ugo De Santis;u.desantis@x.it'], 'A=full-name B=email'],
    ['two columns fit', ['Amministrazione Riva;Riva Anna;a.riva@x.it'], 'C=email ? name'],
    ['nothing said', ['Anna Riva;anna.riva@x.it', 'Ugo Sanna;info@x.it'], 'B=email ? name'],
  ])('%s', (_, lines, expected) => expect(guessed(...lines)).toBe(expected));
});

test('a department that is called like somebody is no name', () => {
  expect(guessed('Riva;Anna;Paghe;a.riva@x.it', 'Paghe;Ugo;Paghe;u.paghe@x.it')).toBe(
    'A=family-name B=given-name D=email',
  );
});

test('what a person says wins', () => {
  const rows = records('Riva;Anna;a.riva@x.it');
  const header = findHeader(
    rows,
    new Map([
      [':1', 'given-name'],
      [':2', 'family-name'],
    ]),
  );
  const [row] = rows;
  if (!header.ok || row === undefined) throw new Error('All columns are said');
  expect(readRow(header.value, row)).toMatchObject({ details: { givenName: 'Riva', familyName: 'Anna' } });
});

test('of hundreds of columns none is found by its letter: AL is not the last day of work', () => {
  const cells = Array.from(
    { length: 600 },
    (_, index) => `Parola ${String.fromCodePoint(97 + (index % 26))}`,
  );
  expect(guessed([...cells, 'a@x.it'].join(';'))).toBe('WC=email ? name');
});
