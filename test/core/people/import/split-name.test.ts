import { expect, test } from 'vitest';
import { splitName } from '../../../../core/people/import/split-name.ts';

test.each([
  ['Anna Ferri', 'x@x.it', 'Anna', 'Ferri'],
  ['Giulia De Luca', 'x@x.it', 'Giulia', 'De Luca'],
  ['Federica Lo Presti', 'x@x.it', 'Federica', 'Lo Presti'],
  ["Niccolò Dall'Oglio", 'x@x.it', 'Niccolò', "Dall'Oglio"],
  ["Niccolò Dall' Oglio", 'x@x.it', 'Niccolò', "Dall' Oglio"],
  ['Maria Teresa Di Stefano', 'x@x.it', 'Maria Teresa', 'Di Stefano'],
  ['Jan van der Berg', 'x@x.it', 'Jan', 'van der Berg'],
  ['De Luca', 'x@x.it', 'De', 'Luca'],
  ['Rossi, Mario', 'x@x.it', 'Mario', 'Rossi'],
  ['De Santis, Luca Maria', 'x@x.it', 'Luca Maria', 'De Santis'],
  ['RIVA FRANCESCA', 'f.riva@x.it', 'FRANCESCA', 'RIVA'],
  ['Lo Presti Paolo', 'p.lopresti@x.it', 'Paolo', 'Lo Presti'],
  ["Dall'Oglio Niccolò", 'n.dalloglio@x.it', 'Niccolò', "Dall'Oglio"],
  ['Müller Andrea', 'a.muller@x.it', 'Andrea', 'Müller'],
  ['Mario Rossi', 'mario.rossi@x.it', 'Mario', 'Rossi'],
])('%s <%s>: %s + %s', (text, email, givenName, familyName) => {
  expect(splitName(text, email, 'given-first')).toEqual({ givenName, familyName });
});

test('the header "Cognome e nome" says the order', () => {
  expect(splitName('De Luca Giulia', 'x@x.it', 'family-first')).toEqual({
    givenName: 'Giulia',
    familyName: 'De Luca',
  });
});

test('one word has no family name', () => {
  expect([splitName('Madonna', 'x@x.it', 'given-first'), splitName('', 'x@x.it', 'given-first')]).toEqual([
    undefined,
    undefined,
  ]);
});
