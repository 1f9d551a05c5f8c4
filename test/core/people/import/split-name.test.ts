import { describe, expect, test } from 'vitest';
import { plainName } from '../../../../core/people/import/plain-name.ts';
import { orderSaid, splitName } from '../../../../core/people/import/split-name.ts';

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
  ['Mario Rossi', 'mario.rossi@x.it', 'Mario', 'Rossi'],
  // The address says only where the name is divided, never which part is first.
  ['Mario Rossi', 'mario@x.it', 'Mario', 'Rossi'],
  ['Rossi Mario', 'm.rossi@x.it', 'Rossi', 'Mario'],
  ['Gian Luca Della Torre', 'gianluca@x.it', 'Gian Luca', 'Della Torre'],
  ['Anna Maria Rossi', 'anna@x.it', 'Anna Maria', 'Rossi'],
  ['Anna Maria Rossi', 'maria.rossi@x.it', 'Anna Maria', 'Rossi'],
  ['Maria Grazia De Luca', 'mgrazia.deluca@x.it', 'Maria Grazia', 'De Luca'],
  ['Anna Bianchi Rossi', 'a.bianchirossi@x.it', 'Anna', 'Bianchi Rossi'],
  ['José María García López', 'jm.garcia@x.it', 'José María', 'García López'],
])('%s <%s>: %s + %s', (text, email, givenName, familyName) => {
  expect(splitName(text, email, 'given-first')).toEqual({ givenName, familyName });
});

test.each([
  ['De Luca Giulia', 'x@x.it', 'Giulia', 'De Luca'],
  ['RIVA FRANCESCA', 'f.riva@x.it', 'FRANCESCA', 'RIVA'],
  ["Dall'Oglio Niccolò", 'n.dalloglio@x.it', 'Niccolò', "Dall'Oglio"],
  ['DE LUCA ANNA', 'anna@x.it', 'ANNA', 'DE LUCA'],
  ["D'ANGELO PIER PAOLO", 'pierpaolo@x.it', 'PIER PAOLO', "D'ANGELO"],
  ['ROSSI ANNA MARIA', 'anna@x.it', 'ANNA MARIA', 'ROSSI'],
  ['BIANCHI ROSSI SARA', 'sara@x.it', 'SARA', 'BIANCHI ROSSI'],
  ['BIANCHI ROSSI LAURA', 'laura.bianchirossi@x.it', 'LAURA', 'BIANCHI ROSSI'],
])('family name first: %s <%s>: %s + %s', (text, email, givenName, familyName) => {
  expect(splitName(text, email, 'family-first')).toEqual({ givenName, familyName });
});

describe('what one row says about the order', () => {
  test.each([
    ['Rossi Mario', 'm.rossi@x.it', 'family-first', true],
    ['Rossi Mario', 'rossim@x.it', 'family-first', true],
    ['Mario Rossi', 'mrossi@x.it', 'given-first', true],
    ['De Luca Anna', 'a.de.luca@x.it', 'family-first', true],
    ['ROSSI Mario', 'info@x.it', 'family-first', true],
    ['Mario ROSSI', 'info@x.it', 'given-first', true],
    ['Mario Rossi', 'mario.rossi@x.it', 'given-first', false],
    ['ROSSI MARIO', 'mario.rossi@x.it', 'family-first', false],
    ['GALLO PIO', 'piogallo@x.it', 'family-first', false],
  ])('%s <%s>: %s', (text, email, order, sure) => expect(orderSaid(text, email)).toEqual({ order, sure }));

  test.each([
    ['Mario Rossi', 'mario@x.it'],
    ['Mario Rossi', 'rossi@x.it'],
    ['Rossi Mario', 'paghe@x.it'],
    ['Rossi, Mario', 'm.rossi@x.it'],
    ['Marini Paolo Andrea', 'paoloandrea@x.it'],
  ])('%s <%s>: nothing', (text, email) => expect(orderSaid(text, email)).toBeUndefined());
});

describe('what is no name is dropped', () => {
  test.each([
    ['Dott. Mario Rossi', 'Mario Rossi'],
    ['DOTT.SSA ANNA DE LUCA', 'ANNA DE LUCA'],
    ['Rag Ugo Neri', 'Ugo Neri'],
    ['Dr Ida Bruni', 'Ida Bruni'],
    ['Dott. Ing. Ugo Neri', 'Ugo Neri'],
    ['Sig.ra Eva Poli', 'Eva Poli'],
    ['Prof.ssa Ida Bruni', 'Ida Bruni'],
    ['Avv. Ida Bruni', 'Ida Bruni'],
    ['Geom.Pio Gallo', 'Pio Gallo'],
    ['Mario Rossi (socio) *', 'Mario Rossi'],
    ['Mario Rossi - Partner', 'Mario Rossi'],
    ['Mario Rossi - in prova', 'Mario Rossi'],
    ['* Mario Rossi **', 'Mario Rossi'],
    ['Mario Rossi 2', 'Mario Rossi'],
    ['Rossi - Bianchi Anna', 'Rossi-Bianchi Anna'],
    ['Dott Rossi', 'Rossi'],
  ])('%s: %s', (text, name) => expect(plainName(text)).toBe(name));

  test.each([
    'Avvocato Anna',
    'Ragusa Ugo',
    'Ing Wei',
    'Sigismondi Ada',
    'Drago Eva',
    "Niccolo' Bruni",
    'M. Neri',
  ])('%s is a name', (name) => expect(plainName(name)).toBe(name));

  test.each(['Rossi *', 'Rag. Rossi', 'Rossi (socia)', 'Rossi - ', 'Rossi 12', 'Rossi, *'])(
    '%s lacks a part',
    (text) => expect(splitName(text, 'x@x.it', 'given-first')).toBeUndefined(),
  );
});

test('a name and an address of many parts cost no more than others', () => {
  const started = process.cpuUsage();
  for (let times = 0; times < 2000; times += 1)
    splitName(`Anna ${'* '.repeat(40)}a b c d e f g h i`, `${'a.'.repeat(30)}a@x.it`, 'given-first');
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
});

test('one word has no family name', () => {
  expect([splitName('Madonna', 'x@x.it', 'given-first'), splitName('', 'x@x.it', 'given-first')]).toEqual([
    undefined,
    undefined,
  ]);
});
