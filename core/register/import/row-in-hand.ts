import { err, ok, type Result } from '../../kernel/result.ts';
import { isErrorValue, saysNothing, shorten } from '../../formats/spreadsheet/cell.ts';
import { fieldSchemas, type Field, type ListField, type ServiceDetails } from '../fields.ts';
import type { ServiceColumn } from './column-names.ts';
import type { ServiceHeader } from './columns.ts';
import type { RejectReason } from './reject-reason.ts';

/** What is wrong with a row. `column`: the header of the wrong cell, or null if the whole row is wrong. */
export interface Fault {
  readonly column: string | null;
  readonly reason: RejectReason;
}

/** The clean cells of a row, by column. */
export interface RowCells {
  /** Whether the list is one of Allinea's own: a text says what it says, also "no" or a dash. */
  readonly own: boolean;
  readonly has: (field: ServiceColumn) => boolean;
  readonly cell: (field: ServiceColumn) => string;
  /** All columns of the field that say something. Only notes have more than one. */
  readonly all: (field: ServiceColumn) => readonly { readonly header: string; readonly cell: string }[];
  readonly header: (field: ServiceColumn) => string | null;
  readonly fault: (field: ServiceColumn, reason: RejectReason) => Fault;
}

/** The cells of a row by column. `cells` are clean. `own`: see RowCells. */
export function cellsOf(header: ServiceHeader, cells: readonly string[], own: boolean): RowCells {
  const columns = new Map(header.columns.map((column) => [column.field, column]));
  const headerAt = (field: ServiceColumn): string | null => columns.get(field)?.header ?? null;
  return {
    own,
    has: (field) => columns.has(field),
    cell: (field) => cells[columns.get(field)?.index ?? -1] ?? '',
    all: (field) =>
      header.columns
        .filter((column) => column.field === field)
        .map((column) => ({ header: column.header, cell: cells[column.index] ?? '' }))
        .filter(({ cell }) => (own ? cell !== '' : !saysNothing(cell))),
    header: headerAt,
    fault: (field, reason) => ({ column: headerAt(field), reason }),
  };
}

/** The raw text of the cells that said a field. */
export type Evidence = Partial<Record<Field, string>>;

/** What a row says, and what is wrong with it. A faulty row still says what could be read. */
export interface RowReading {
  readonly details: ServiceDetails;
  readonly cells: Evidence;
  readonly fault: Fault | null;
}

type Written = { -readonly [F in keyof ServiceDetails]: ServiceDetails[F] };

/** The fields of a row while they are read. */
export interface RowInHand {
  readonly read: RowCells;
  readonly details: Written;
  readonly cells: Evidence;
  fault: Fault | null;
}

export const rowInHand = (read: RowCells): RowInHand => ({ read, details: {}, cells: {}, fault: null });

/** Says what is wrong with the row. The first fault counts. */
export function reject(row: RowInHand, column: ServiceColumn, reason: RejectReason): void {
  row.fault ??= row.read.fault(column, reason);
}

/** The longest text that is kept as evidence. */
const longestEvidence = 200;

/** Keeps texts as evidence for a field. Blank ones are skipped. */
export function note(row: RowInHand, field: ListField, texts: readonly string[]): void {
  const text = texts.filter((each) => each !== '').join(' ');
  if (text !== '') row.cells[field] = shorten(text, longestEvidence);
}

/** Sets a field from its column. A null value is not said. */
export function take<F extends ListField>(
  row: RowInHand,
  field: F,
  reading: Result<Written[F] | null, RejectReason>,
): void {
  if (!reading.ok) reject(row, field, reading.error);
  else if (reading.value !== null && reading.value !== undefined) {
    row.details[field] = reading.value;
    note(row, field, [row.read.cell(field)]);
  }
}

/**
 * Reads a cell of free text. Null if it says nothing. A spreadsheet's error value is refused, but no row is
 * refused for a note: there it says nothing.
 */
export function readText(
  { own }: RowCells,
  cell: string,
  field: 'account' | 'panelUsername' | 'caretaker' | 'note',
): Result<string | null, RejectReason> {
  if (own ? cell === '' : saysNothing(cell)) return ok(null);
  if (!own && isErrorValue(cell)) return field === 'note' ? ok(null) : err({ kind: 'formula', value: cell });
  const most = fieldSchemas[field].maxLength ?? 0;
  return cell.length > most ? err({ kind: 'too-long', most }) : ok(cell);
}
