import type { PersonId } from '../../../core/kernel/id.ts';
import { peopleOf, type Wish } from './wish.ts';

const names = ['Anna', 'Ugo', 'Àlex', 'Wu'];

const details = (index: number) => ({
  givenName: names[index % names.length] ?? '',
  familyName: 'Ferri',
  email: `n${index % 9}@studiobianchi.example`,
  department: index % 2 === 0 ? 'Paghe' : '',
  start: null,
  end: null,
});

/** A large staff list. It is rare, because it costs as much as many schedules. */
const largeImport = (from: number) =>
  Array.from({ length: 2001 }, (_, index) => ({
    ...details(from),
    email: `${index < 9 ? 'n' : 'big'}${index}@studiobianchi.example`,
  }));

export const peopleWishes = {
  'add-person': ([a]) => [() => ({ type: 'person/add', details: details(a) })],
  'change-person': (numbers) => [
    (state) => ({
      type: 'person/change',
      personId: peopleOf(state, numbers)[0] ?? ('none' as PersonId),
      details: details(numbers[0]),
    }),
  ],
  import: ([a, b, c]) => [
    () => ({
      type: 'people/import',
      rows: a % 150 === 0 ? largeImport(b) : [details(b), details(c)],
      present: [],
    }),
  ],
} satisfies Readonly<Record<string, Wish>>;
