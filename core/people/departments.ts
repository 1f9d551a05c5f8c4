import type { Person } from './person.ts';

/** The departments of these people, each once, in the order of the alphabet; who has none is in none. */
export const departmentsOf = (people: Iterable<Person>): readonly string[] =>
  [...new Set(Array.from(people, ({ department }) => department))]
    .filter((name) => name !== '')
    .sort((a, b) => a.localeCompare(b, 'it'));
