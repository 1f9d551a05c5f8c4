import type { Steps } from '../../core/kernel/steps.ts';
import { fold, searchWords } from '../text/fold.ts';
import type { TextId } from '../text/text.ts';

/** Something that the palette finds by its label or its note, and runs. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: TextId;
  readonly label: string;
  readonly note: string;
  /** Other words that find it. They are not shown. */
  readonly also?: string;
  readonly run: () => void;
}

/**
 * Things of one kind with their texts as the search reads them, in columns. Of ten thousand services and
 * people only the few that are found are made into entries.
 */
export interface Searchable {
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  /** Other words for the same thing, in both languages. */
  readonly also: readonly string[];
  readonly entryAt: (index: number) => PaletteEntry;
}

/** Rows read in one step. The next key waits for a step at most. */
const step = 500;

/** Reads rows. `entryOf` makes the entry of one: once to read its texts, and again whenever it is found. */
export function* searchable<R>(rows: readonly R[], entryOf: (row: R) => PaletteEntry): Steps<Searchable> {
  const [labels, notes, also]: [string[], string[], string[]] = [[], [], []];
  // Thousands of notes say the same. Each is kept once.
  const folded = new Map<string, string>();
  const once = (value: string): string => {
    const text = folded.get(value) ?? fold(value);
    folded.set(value, text);
    return text;
  };
  for (const [index, row] of rows.entries()) {
    if (index % step === step - 1) yield index / rows.length;
    const entry = entryOf(row);
    labels.push(fold(entry.label));
    notes.push(once(entry.note));
    also.push(once(entry.also ?? ''));
  }
  return {
    labels,
    notes,
    also,
    entryAt(index) {
      const row = rows[index];
      if (row === undefined) throw new Error('The palette finds only rows that it has read');
      return entryOf(row);
    },
  };
}

/** Where a word of the text begins with `word`, or undefined. */
const begins = (text: string, word: string): boolean => text.startsWith(word) || text.includes(` ${word}`);

/** How well one word fits an entry: 0 is best. Undefined: not at all. */
function fit(label: string, note: string, also: string, word: string): number | undefined {
  if (label.startsWith(word)) return 0;
  if (begins(label, word)) return 1;
  if (begins(also, word)) return 2;
  if (label.includes(word)) return 3;
  if (begins(note, word)) return 5;
  return note.includes(word) || also.includes(word) ? 8 : undefined;
}

/** The entries that match every word of the query, the best names first. Equal ones stay in their order. */
export function searchPalette(
  sources: readonly Searchable[],
  query: string,
  most: number,
): readonly PaletteEntry[] {
  const folded = fold(query).trim();
  const words = searchWords(query);
  // Two letters may fit ten thousand entries, of which only the best are kept.
  const byRank: [source: Searchable, index: number][][] = [];
  for (const source of sources)
    for (let index = 0; index < source.labels.length; index += 1) {
      const at = rank(source, index);
      if (at === undefined) continue;
      // A rank is -1 or more.
      const same = (byRank[at + 1] ??= []);
      if (same.length < most) same.push([source, index]);
    }
  return byRank
    .flat()
    .slice(0, most)
    .map(([source, index]) => source.entryAt(index));

  /** The sum over all words. A label that begins with the whole query comes before everything else. */
  function rank({ labels, notes, also }: Searchable, index: number): number | undefined {
    const [label = '', note = '', other = ''] = [labels[index], notes[index], also[index]];
    let sum = label.startsWith(folded) ? -1 : 0;
    for (const word of words) {
      const one = fit(label, note, other, word);
      if (one === undefined) return undefined;
      sum += one;
    }
    return sum;
  }
}
