// The order of the words of a column, kept from one list to the next: comparing words as people do is slow.

const collator = new Intl.Collator('it', { sensitivity: 'base', numeric: true });

/** Words in their order. Those that a person does not tell apart stand together. */
export type WordOrder = readonly (readonly string[])[];

/** The words that are sorted in one step. The next key waits for a step at most. */
const piece = 1000;
/** So many new words are put into the order one by one. */
const few = 64;

/**
 * The order of these words, in steps. `before` is the order of other words, perhaps of nearly the same. The
 * same object comes back if nothing differs.
 */
export function* wordOrder(before: WordOrder, words: ReadonlySet<string>): Generator<void, WordOrder> {
  const groups: (readonly string[])[] = [];
  let kept = 0;
  let gone = 0;
  for (const group of before) {
    const still = group.every((word) => words.has(word)) ? group : group.filter((word) => words.has(word));
    kept += still.length;
    gone += group.length - still.length;
    if (still.length > 0) groups.push(still);
  }
  if (words.size - kept > few) return yield* sorted([...words]);
  if (words.size === kept) return gone === 0 ? before : groups;
  const known = new Set(groups.flat());
  for (const word of words) if (!known.has(word)) putIn(groups, word);
  return groups;
}

/** First the words are sorted in pieces, then the pieces together, for which the sort compares little. */
function* sorted(words: readonly string[]): Generator<void, WordOrder> {
  const all: string[] = [];
  for (let from = 0; from < words.length; from += piece) {
    all.push(...words.slice(from, from + piece).sort(collator.compare));
    yield;
  }
  all.sort(collator.compare);
  yield;
  const groups: string[][] = [];
  for (const word of all) {
    const last = groups.at(-1);
    if (last !== undefined && collator.compare(last[0] ?? '', word) === 0) last.push(word);
    else groups.push([word]);
  }
  return groups;
}

function putIn(groups: (readonly string[])[], word: string): void {
  let [from, until] = [0, groups.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    const group = groups[middle] ?? [];
    const compared = collator.compare(group[0] ?? '', word);
    if (compared === 0) {
      groups[middle] = [...group, word];
      return;
    }
    if (compared < 0) from = middle + 1;
    else until = middle;
  }
  groups.splice(from, 0, [word]);
}
