// The staff list has the order of a plain comparison, and a search finds what a plain search finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { staffColumns, type StaffColumn } from '../../core/desk/rows/saved-view.ts';
import {
  readyRows,
  shownRows,
  sortedRows,
  type PersonRow,
} from '../../renderer/screens/people/list/people-rows.ts';
import { day, person } from '../support/samples.ts';

const words = ['Ada', 'àda', 'Bò', 'bo', '9', '10', ''] as const;
/** In their order. */
const days = [day('1999-12-31'), day('2026-02-09'), day('2026-02-10'), null];
const standings = ['assigned', 'waiting', 'left', 'not-needed'] as const;

const rows = fc
  .array(
    fc.record({
      familyName: fc.constantFrom(...words),
      givenName: fc.constantFrom(...words),
      email: fc.constantFrom('a@x.it', 'B@x.it', 'b@x.it', '10@x.it', '9@x.it'),
      department: fc.constantFrom(...words),
      username: fc.constantFrom(null, 'ab01', 'AB01', 'zz'),
      start: fc.constantFrom(...days),
      end: fc.constantFrom(...days),
      standing: fc.constantFrom(...standings),
    }),
    { maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ username, standing, ...names }, index): PersonRow => ({
      person: person(`p-${index}`, names),
      name: `${names.givenName} ${names.familyName}`,
      standing,
      username,
    })),
  );

const collator = new Intl.Collator('it', { sensitivity: 'base', numeric: true });
const standingOrder = ['waiting', 'assigned', 'not-needed', 'left'];

function compared(one: PersonRow, other: PersonRow, key: StaffColumn): number {
  switch (key) {
    case 'name':
      return collator.compare(
        `${one.person.familyName} ${one.person.givenName}`,
        `${other.person.familyName} ${other.person.givenName}`,
      );
    case 'username':
      return collator.compare(one.username ?? '~', other.username ?? '~');
    case 'standing':
      return standingOrder.indexOf(one.standing) - standingOrder.indexOf(other.standing);
    case 'start':
    case 'end':
      // Who has no day comes last.
      return days.indexOf(one.person[key]) - days.indexOf(other.person[key]);
    default:
      return collator.compare(one.person[key], other.person[key]);
  }
}

test('every column, both ways, is in the order of a plain comparison; names break ties', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(...staffColumns), fc.boolean(), (all, key, descending) => {
      const plain = all.toSorted(
        (one, other) => (descending ? -1 : 1) * compared(one, other, key) || compared(one, other, 'name'),
      );
      expect(sortedRows(all, { key, descending }).map(({ person: { id } }) => id)).toEqual(
        plain.map(({ person: { id } }) => id),
      );
    }),
  );
});

test('the same people with another standing or user are sorted anew', () => {
  fc.assert(
    fc.property(
      rows,
      fc.array(
        fc.record({ username: fc.constantFrom(null, 'aa', 'zz'), standing: fc.constantFrom(...standings) }),
      ),
      fc.constantFrom(...staffColumns),
      (all, changes, key) => {
        sortedRows(all, { key, descending: false });
        const now = all.map((row, index): PersonRow => ({ ...row, ...changes[index] }));
        const plain = now.toSorted((one, other) => compared(one, other, key) || compared(one, other, 'name'));
        expect(sortedRows(now, { key, descending: false })).toEqual(plain);
      },
    ),
  );
});

test('a search finds whoever has every word in the name or the address, without accents and case', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('', 'ada', 'ÀDA b', 'x.it 1', 'nobody'), (all, query) => {
      const plainWord = (word: string): string =>
        word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
      const wanted = plainWord(query).split(' ').filter(Boolean);
      const found = shownRows(all, { standing: 'all', department: null, query });
      expect(found).toEqual(
        all.filter((row) =>
          wanted.every((word) => plainWord(`${row.name} ${row.person.email}`).includes(word)),
        ),
      );
    }),
  );
});

test('made ready in steps, the order is the same, also if somebody sorts in the middle of it', () => {
  // More words than are sorted in one step.
  const all = Array.from({ length: 2300 }, (_, index): PersonRow => {
    const familyName = `Bò${(index * 7919) % 2300}`;
    return {
      person: person(`p-${index}`, { familyName, givenName: 'Ada', department: `${index % 7}` }),
      name: `Ada ${familyName}`,
      standing: 'waiting',
      username: null,
    };
  });
  for (const taken of [0, 1, 4, Infinity]) {
    const rows = [...all];
    let step = 0;
    for (const _ of readyRows(rows)) if ((step += 1) >= taken) break;
    for (const key of ['name', 'department'] as const) {
      const sorted = sortedRows(rows, { key, descending: false });
      const plain = rows.toSorted((one, other) => compared(one, other, key) || compared(one, other, 'name'));
      expect(sorted.map((row) => row.person.id)).toEqual(plain.map((row) => row.person.id));
    }
  }
});
