import { fold } from '../text/fold.ts';
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

/** An entry with its texts as the search reads them. */
export interface Searchable {
  readonly entry: PaletteEntry;
  readonly label: string;
  /** Other words for the same thing, in both languages. */
  readonly also: string;
  readonly note: string;
}

export const searchable = (entry: PaletteEntry): Searchable => ({
  entry,
  label: fold(entry.label),
  also: fold(entry.also ?? ''),
  note: fold(entry.note),
});

/** Where a word of the text begins with `word`, or undefined. */
const begins = (text: string, word: string): boolean => text.startsWith(word) || text.includes(` ${word}`);

/** How well one word fits an entry: 0 is best. Undefined: not at all. */
function fit({ label, also, note }: Searchable, word: string): number | undefined {
  if (label.startsWith(word)) return 0;
  if (begins(label, word)) return 1;
  if (begins(also, word)) return 2;
  if (label.includes(word)) return 3;
  if (begins(note, word)) return 5;
  return note.includes(word) || also.includes(word) ? 8 : undefined;
}

/** The sum over all words. A label that begins with the whole query comes before everything else. */
function rank(entry: Searchable, words: readonly string[], query: string): number | undefined {
  let sum = entry.label.startsWith(query) ? -1 : 0;
  for (const word of words) {
    const one = fit(entry, word);
    if (one === undefined) return undefined;
    sum += one;
  }
  return sum;
}

/** The entries that match every word of the query, the best names first. Equal ones stay in their order. */
export function searchPalette(
  entries: readonly Searchable[],
  query: string,
  most: number,
): readonly PaletteEntry[] {
  const folded = fold(query).trim();
  const words = folded.split(/\s+/).filter(Boolean);
  // Two letters may fit ten thousand entries, of which only the best are kept.
  const byRank: PaletteEntry[][] = [];
  for (const one of entries) {
    const at = rank(one, words, folded);
    if (at === undefined) continue;
    // A rank is -1 or more.
    const same = (byRank[at + 1] ??= []);
    if (same.length < most) same.push(one.entry);
  }
  return byRank.flat().slice(0, most);
}
