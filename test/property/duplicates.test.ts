// Rows that may be one person. The program does not compare everybody with everybody, and still finds the
// same pairs.
import fc from 'fast-check';
import { expect } from 'vitest';
import { apart } from '../../core/people/apart.ts';
import { finish } from '../../core/kernel/steps.ts';
import { mostDuplicates, proposeDuplicatesInSteps } from '../../core/people/duplicates.ts';
import type { Person } from '../../core/people/person.ts';
import { law } from '../support/law.ts';
import { person } from '../support/samples.ts';

const proposeDuplicates = (people: Iterable<Person>, told: { has(id: string): boolean }) =>
  finish(proposeDuplicatesInSteps([...people], told));

const word = fc.oneof(
  fc.constantFrom('anna', 'ana', 'maria', 'mario', 'ferri', 'feri', 'ferir', 'm', 'li', 'èlia'),
  fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 }),
);
const name = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
const given = fc.record({
  names: fc.array(fc.record({ givenName: name, familyName: name }), { maxLength: 9 }),
  told: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 4 }),
});

/**
 * The least number of letters to insert, remove, change or swap with a neighbour. The textbook's table, row
 * by row.
 */
function editsBetween(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row += 1)
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swap =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(row - 2, column - 2) + 1 : Infinity;
      const edits = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + same,
        swap,
      );
      const cells = table[row];
      if (cells !== undefined) cells[column] = edits;
    }
  return at(a.length, b.length);
}

const plain = (text: string): string => text.replaceAll('è', 'e');
const sortedWords = (one: Person): string =>
  plain(`${one.givenName} ${one.familyName}`).split(' ').sort().join(' ');

/** The words of the rules, one pair at a time. */
function mayBeOne(one: Person, other: Person): boolean {
  if (sortedWords(one) === sortedWords(other)) return true;
  const [given1, given2, family1, family2] = [
    one.givenName,
    other.givenName,
    one.familyName,
    other.familyName,
  ].map(plain) as [string, string, string, string];
  const shorter = (a: string, b: string): boolean => {
    const [short, long] = [a.split(' '), b.split(' ')];
    if (short.length === 1) return short[0] === long[0] || short[0] === long[0]?.slice(0, 1);
    const initials = short.map((part, index) => part === long[index]?.slice(0, 1));
    return (
      short.length === long.length && (initials[0] === true || short[0] === long[0]) && initials[1] === true
    );
  };
  if (family1 === family2 && (shorter(given1, given2) || shorter(given2, given1))) return true;
  const slip = (a: string, b: string): boolean =>
    Math.min(a.length, b.length) >= 4 && editsBetween(a, b) === 1;
  const lastLetter = given1.slice(0, -1) === given2.slice(0, -1) && given1.length === given2.length;
  return given1 === given2
    ? slip(family1, family2)
    : family1 === family2 && !lastLetter && slip(given1, given2);
}

law('every pair that the rules mean is proposed once, and no other', {
  subject: proposeDuplicates,
  wrong: (people, told) => proposeDuplicates([...people].slice(1), told),
  given,
  runs: 1000,
  holds(propose, { names, told }) {
    const people = names.map((one, index) =>
      person(`p${index}`, { ...one, email: `x${index}@studio.example` }),
    );
    const ids = people.map(({ id }) => id);
    const parted = new Set(
      told.flatMap(([one, other]) => {
        const [a, b] = [ids[one], ids[other]];
        return a === undefined || b === undefined || a === b ? [] : [apart(a, b).id];
      }),
    );
    const expected = people
      .flatMap((one, index) =>
        people
          .slice(index + 1)
          .flatMap((other) => (mayBeOne(one, other) ? [apart(one.id, other.id).id] : [])),
      )
      .filter((id) => !parted.has(id));
    const found = propose(people, parted).map(({ id }) => id);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(
      propose(people.toReversed(), parted)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(found.toSorted());
    expect(found.length).toBeLessThanOrEqual(mostDuplicates);
  },
});
