// The widths of a long list's columns, from all of its rows. A browser's table takes them from the rows that
// are drawn: it is measured anew, and its columns move, whenever others come into sight.
import type { CSSProperties } from 'react';

/** What a column holds. */
export interface Column {
  /** The characters of its longest words. */
  readonly most: number;
  /** Where all columns together are too wide, it breaks words that have more characters than this. */
  readonly least: number;
}

/** How many lines the text of a row may take. */
export type Lines = 1 | 2;

/** The average width of a character in the program's font, in pixels, and that of each in its other one. */
const [letter, monoLetter] = [6.7, 7.2];
/** The padding of a cell at both sides together. */
const padding = 20;

/** Words with more characters do not make their column wider. The rows of their list have two lines. */
const longest = 48;

/** The least width of a column in pixels, if the text of a row takes one line or two. */
const widthOf = ({ most, least }: Column, lines: Lines): number =>
  Math.ceil((lines === 1 ? most : least) * letter) + padding;

/**
 * A column of these words that breaks those with more characters than `least` if it must. `mono`: their
 * characters are equally wide, so none are saved by narrow ones.
 */
export function columnOf(label: string, words: Iterable<string>, least: number, mono = false): Column {
  // A sorted column has an arrow beside its label. The letters of a label are a tenth smaller.
  const head = Math.ceil((label.length + 2) * 0.9);
  let most = head;
  for (const word of words)
    most = Math.max(most, mono ? Math.ceil((word.length * monoLetter) / letter) : word.length);
  return { most, least: Math.max(head, Math.min(most, least)) };
}

/** The lines that a row needs if these columns stand in `width` pixels. */
export const linesIn = (width: number, columns: readonly Column[]): Lines =>
  columns.every(({ most }) => most <= longest) &&
  columns.reduce((sum, column) => sum + widthOf(column, 1), 0) <= width
    ? 1
    : 2;

/**
 * The style of a list with these columns, after one that is `first` pixels wide, and with rows so high
 * (style/columns.css). The columns share what is left by their longest words. In a window that is too narrow
 * even so the list scrolls sideways.
 */
export function columnsStyle(
  columns: readonly Column[],
  lines: Lines,
  rowHeight: number,
  first: number,
): CSSProperties {
  const tracks = columns.map(
    (column) => `minmax(${widthOf(column, lines)}px, ${Math.min(column.most, longest)}fr)`,
  );
  const least = columns.reduce((sum, column) => sum + widthOf(column, lines), first);
  const style = {
    '--columns': `${first}px ${tracks.join(' ')}`,
    '--row-height': `${rowHeight}px`,
    minWidth: `${least}px`,
  };
  return style as CSSProperties;
}
