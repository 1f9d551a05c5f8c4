import type { Day } from '../kernel/day.ts';
import type { ColumnField } from './import/column-names.ts';
import type { Person } from './person.ts';
import type { FoundSheet } from './import/read-staff-list.ts';

/** The columns of the exported staff list, in order: the import takes them as they are. */
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

/** Everybody of the desk, by family name and given name: nothing but what the import reads. */
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

/**
 * A row to be corrected: its number in the file, the header of the cell at fault and the reason, as
 * sentences.
 */
export interface RowToCorrect {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

/**
 * The rows to correct as a table: three columns that say what is wrong, which the import passes over, and
 * then the file's own
 * columns and cells, so that the corrected table is imported as it is; a malformed row stands whole in the
 * first of them. `names`: headers for a list that has none of its own.
 */
export function correctionTable(
  { sheet, header }: FoundSheet,
  rows: readonly RowToCorrect[],
  about: readonly [row: string, column: string, reason: string],
  names: Readonly<Record<ColumnField, string>>,
): readonly (readonly string[])[] {
  // What stands in which column of a malformed row is not known: written cell by cell it would come back as a
  // person. It is one text, to be taken apart by hand.
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
