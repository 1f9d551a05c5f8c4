import { headerKey, type Header } from './headers.ts';
import type { Sheet } from './sheet.ts';

/** The columns that the table adds, in both languages. Nobody is asked about them. */
const added = new Set(['riga', 'colonna', 'motivo', 'row', 'column', 'reason']);

/** Whether the header is one that a table of rows to correct adds. */
export const isAboutRow = (header: string): boolean => added.has(headerKey(header));

/** A row to correct: its number in the file, the header of the wrong cell and the reason, as sentences. */
export interface RowToCorrect {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

/**
 * The rows to correct, as a table. Three columns say what is wrong; the import ignores them. Then come the
 * file's own columns and cells, so that the corrected table can be imported as it is. A malformed row stands
 * whole in the first of the file's columns. `names`: headers for a list that has no header row.
 */
export function correctionTable<F extends string>(
  { sheet, header }: { readonly sheet: Sheet; readonly header: Header<F> },
  rows: readonly RowToCorrect[],
  about: readonly [row: string, column: string, reason: string],
  names: Readonly<Record<F, string>>,
): readonly (readonly string[])[] {
  // The columns of a malformed row are unknown: written cell by cell, the row could come back as a wrong
  // person. So it is one text, and a person must divide it by hand.
  const cellsOf = new Map(
    sheet.rows.map(({ row, cells, malformed }) => [
      row,
      malformed ? [cells.filter((cell) => cell.trim() !== '').join(' | ')] : cells,
    ]),
  );
  const own = (index: number): string | undefined => {
    const field = header.columns.find((column) => column.index === index)?.field;
    return field === undefined ? undefined : names[field];
  };
  const headers = header.headers.map((text, index) => (header.row === 0 ? (own(index) ?? text) : text));
  return [
    [...about, ...headers],
    ...rows.map(({ row, column, reason }) => [String(row), column, reason, ...(cellsOf.get(row) ?? [])]),
  ];
}
