// The order of words that is kept from one list to the next is the order of a plain sort.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordOrder, type WordOrder } from '../../renderer/screens/people/list/word-order.ts';

const collator = new Intl.Collator('it', { sensitivity: 'base', numeric: true });

function whole(before: WordOrder, words: readonly string[]): WordOrder {
  const steps = wordOrder(before, new Set(words));
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** What a plain sort says: the same groups; within a group the order does not count. */
function plain(words: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const word of [...new Set(words)].sort(collator.compare)) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && collator.compare(last[0], word) === 0) last.push(word);
    else groups.push([word]);
  }
  return groups.map((group) => group.toSorted());
}

const word = fc.oneof(
  fc.constantFrom('Ada', 'àda', 'ADA', 'Bò', 'bo', '9', '10', '010', ''),
  fc.string({ minLength: 1, maxLength: 3 }),
);
const lists = fc.array(fc.array(word, { maxLength: 150 }), { minLength: 1, maxLength: 5 });

test('whatever the list before, few or many words are new', () => {
  fc.assert(
    fc.property(lists, (all) => {
      let before: WordOrder = [];
      for (const words of all) {
        before = whole(before, words);
        expect(before.map((group) => group.toSorted())).toEqual(plain(words));
      }
    }),
  );
});

test('2,500 words, and then one more and one less', () => {
  const words = Array.from({ length: 2500 }, (_, index) => `n${(index * 7919) % 5000}`);
  const first = whole([], words);
  expect(first.map((group) => group.toSorted())).toEqual(plain(words));
  expect(whole(first, words)).toBe(first);
  const others = [...words.slice(1), 'N17bis'];
  expect(whole(first, others).map((group) => group.toSorted())).toEqual(plain(others));
});
