import type { Person } from './person.ts';

/** Distinct departments of these people, sorted as in Italian. Blank ones are skipped. */
export const departmentsOf = (people: Iterable<Person>): readonly string[] =>
  [...new Set(Array.from(people, ({ department }) => department))]
    .filter((name) => name !== '')
    .sort((a, b) => a.localeCompare(b, 'it'));
