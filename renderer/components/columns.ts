// The widths of a long list's columns, from all of its rows. A browser's table takes them from the rows that
// are drawn: it is measured anew, and its columns move, whenever others come into sight.

/** What a column holds. */
export interface Column {
  /** The characters of its longest words. */
  readonly most: number;
  /** Where all columns together are too wide, it breaks words that have more characters than this. */
  readonly least: number;
}

/** Letters and digits of the program's font are on average so wide, in pixels. */
const letter = 6.7;
/** The padding of a cell at both sides together. */
const padding = 20;
/** The column of the checkbox (style/columns.css). */
const checkbox = 42;

const widthOf = (characters: number): number => Math.ceil(characters * letter) + padding;

/** A column of these words that breaks those with more characters than `least` if it must. */
export function columnOf(label: string, words: Iterable<string>, least: number): Column {
  // With the arrow of a sorted column. The letters of a head are smaller.
  const head = Math.ceil((label.length + 2) * 0.9);
  let most = head;
  for (const word of words) most = Math.max(most, word.length);
  return { most, least: Math.max(head, Math.min(most, least)) };
}

/** The pixels that all columns need side by side, each word in one line. */
export const oneLineWidth = (columns: readonly Column[]): number =>
  columns.reduce((sum, { most }) => sum + widthOf(most), checkbox);

/**
 * The tracks of a row, for `--columns` (style/columns.css). The columns share what is left by their longest
 * words.
 */
export const tracksOf = (columns: readonly Column[], twoLines: boolean): string =>
  columns.map(({ least, most }) => `minmax(${widthOf(twoLines ? least : most)}px, ${most}fr)`).join(' ');
