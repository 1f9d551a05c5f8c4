import { describe, expect, test } from 'vitest';
import { apart } from '../../../core/people/apart.ts';
import { finish } from '../../../core/kernel/steps.ts';
import { mostDuplicates, proposeDuplicatesInSteps } from '../../../core/people/duplicates.ts';
import type { Person } from '../../../core/people/person.ts';
import { person } from '../../support/samples.ts';

const proposeDuplicates = (people: readonly Person[], apart: { has(id: string): boolean }) =>
  finish(proposeDuplicatesInSteps(people, apart));

const nobody = new Set<string>();
const named = (id: string, givenName: string, familyName: string, email = `${id}@studio.example`): Person =>
  person(id, { givenName, familyName, email });
const reasonsOf = (...people: readonly Person[]): readonly string[] =>
  proposeDuplicates(people, nobody).map(({ reason }) => reason);

describe('two rows that may be one person', () => {
  test.each([
    [
      'one mailbox in other letters',
      ['Anna', 'Ferri', 'A.FERRI@x.it'],
      ['Lia', 'Sanna', ' a.ferri@X.it '],
      'same-email',
    ],
    [
      'one mailbox behind a plus',
      ['Anna', 'Ferri', 'a.ferri@x.it'],
      ['Lia', 'Sanna', 'a.ferri+fatture@x.it'],
      'same-email',
    ],
    ['one name at two addresses', ['Anna', 'Ferri'], ['Anna', 'Ferri'], 'same-name'],
    ['accents and capitals', ['Niccolò', 'Cavallè'], ['NICCOLO', 'cavalle'], 'same-name'],
    ['an accent written as an apostrophe', ['Niccolò', 'Riva'], ["Niccolo'", 'Riva'], 'same-name'],
    ['given and family name swapped', ['Anna', 'Ferri'], ['Ferri', 'Anna'], 'swapped-name'],
    ['a name divided elsewhere', ['Anna Maria', 'Ferri'], ['Anna', 'Maria Ferri'], 'swapped-name'],
    ['an initial', ['A.', 'Ferri'], ['Anna', 'Ferri'], 'shorter-name'],
    ['initials of two names', ['M. G.', 'Ferri'], ['Maria Grazia', 'Ferri'], 'shorter-name'],
    ['one of two names', ['Maria', 'Ferri'], ['Maria Grazia', 'Ferri'], 'shorter-name'],
    ['a letter too many', ['Anna', 'Ferri'], ['Anna', 'Ferrri'], 'similar-name'],
    ['a letter missing', ['Giovanni', 'Riva'], ['Giovani', 'Riva'], 'similar-name'],
    ['another letter', ['Anna', 'Fontana'], ['Anna', 'Fontara'], 'similar-name'],
    ['two letters swapped', ['Anna', 'Ferri'], ['Anna', 'Ferir'], 'similar-name'],
    ['a space too many', ['Luca', 'Deluca'], ['Luca', 'De Luca'], 'similar-name'],
  ] as const)('%s', (_, [givenA, familyA, emailA], [givenB, familyB, emailB], reason) => {
    expect(reasonsOf(named('a', givenA, familyA, emailA), named('b', givenB, familyB, emailB))).toEqual([
      reason,
    ]);
  });

  test.each([
    ['Paola and Paolo', ['Paola', 'Riva'], ['Paolo', 'Riva']],
    ['short names that differ in a letter', ['Anna', 'Li'], ['Anna', 'Lu']],
    ['one slip in each part', ['Anna', 'Ferri'], ['Ana', 'Feri']],
    ['two slips', ['Anna', 'Ferri'], ['Anna', 'Fessi']],
    ['names that are numbered', ['Prova', 'Persona 1201'], ['Prova', 'Persona 1202']],
    ['one family', ['Anna', 'Ferri'], ['Lia', 'Ferri']],
    [
      'one slip, which each address writes its own way',
      ['Anna', 'Ferrari', 'a.ferrari@x.it'],
      ['Anna', 'Ferraro', 'a.ferraro@x.it'],
    ],
    ['an initial that is another’s', ['A.', 'Ferri'], ['Lia', 'Ferri']],
  ] as const)('not: %s', (_, [givenA, familyA, emailA], [givenB, familyB, emailB]) => {
    expect(reasonsOf(named('a', givenA, familyA, emailA), named('b', givenB, familyB, emailB))).toEqual([]);
  });

  test('three rows of one name are three pairs, each once and by its surest reason', () => {
    const rows = [
      named('a', 'Anna', 'Ferri', 'a@x.it'),
      named('b', 'Anna', 'Ferri', 'a@x.it'),
      named('c', 'Anna', 'Ferri'),
    ];
    expect(proposeDuplicates(rows, nobody).map(({ id, reason }) => [id, reason])).toEqual([
      ['a/b', 'same-email'],
      ['a/c', 'same-name'],
      ['b/c', 'same-name'],
    ]);
  });

  test('who was told apart is not proposed, whoever was named first', () => {
    const rows = [named('b', 'Anna', 'Ferri'), named('a', 'Anna', 'Ferri')];
    expect(proposeDuplicates(rows, new Set([apart('a' as never, 'b' as never).id]))).toEqual([]);
    expect(apart('a' as never, 'b' as never)).toEqual(apart('b' as never, 'a' as never));
  });

  test('the surest ones first, and not more than anybody looks through', () => {
    const rows = [
      ...Array.from({ length: 300 }, (_, index) => named(`i${index}`, 'A.', `Rossi`)),
      named('x', 'Anna', 'Verdi', 'v@x.it'),
      named('y', 'Lia', 'Gialli', 'V@x.it'),
    ];
    const found = proposeDuplicates(rows, nobody);
    expect([found.length, found[0]?.id]).toEqual([mostDuplicates, 'x/y']);
  });

  test('ten thousand people of one name are answered at once', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => named(`i${index}`, 'Mario', 'Rossi'));
    expect(proposeDuplicates(rows, nobody)).toHaveLength(mostDuplicates);
  });

  test('the sample staff has none, nor has nobody', () => {
    expect([reasonsOf(), reasonsOf(named('a', '—', '…'), named('b', '–', '!'))]).toEqual([[], []]);
  });
});
