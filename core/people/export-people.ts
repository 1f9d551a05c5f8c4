import type { Day } from '../kernel/day.ts';
import type { ColumnField } from './import/column-names.ts';
import type { Person } from './person.ts';
import type { FoundSheet } from './import/read-staff-list.ts';

/** The columns of the exported staff list, in order. The import accepts them unchanged. */
export const exportFields = [
  'family-name',
  'given-name',
  'email',
  'department',
  'start',
  'end',
] as const satisfies readonly ColumnField[];

export interface ExportRow {
  readonly texts: readonly [familyName: string, givenName: string, email: string, department: string];
  readonly days: readonly [start: Day | null, end: Day | null];
}

/**
 * Everybody on the desk, sorted by family name, given name and e-mail. Exports only what the import reads.
 */
export const exportRows = (people: Iterable<Person>): readonly ExportRow[] =>
  [...people]
    .map(({ familyName, givenName, email, department, start, end }): ExportRow => ({
      texts: [familyName, givenName, email, department],
      days: [start, end],
    }))
    .sort(
      (a, b) =>
        compare(a.texts[0], b.texts[0]) || compare(a.texts[1], b.texts[1]) || compare(a.texts[2], b.texts[2]),
    );

const compare = (a: string, b: string): number => a.localeCompare(b, 'it');

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
export function correctionTable(
  { sheet, header }: FoundSheet,
  rows: readonly RowToCorrect[],
  about: readonly [row: string, column: string, reason: string],
  names: Readonly<Record<ColumnField, string>>,
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
