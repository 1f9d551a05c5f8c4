import { err, ok, type Result } from '../../kernel/result.ts';
import { within, type Steps } from '../../kernel/steps.ts';
import { findSheet, type FoundSheet as FoundListSheet } from '../../formats/spreadsheet/find-sheet.ts';
import { rowText } from '../../formats/spreadsheet/row.ts';
import { optionalFields, type ColumnField, type OptionalField } from './column-names.ts';
import {
  chooseColumns,
  findHeader,
  type Column,
  type ColumnChoices,
  type Header,
  type HeaderRefusal,
} from './columns.ts';
import { emailKey, type PersonDetails } from '../person.ts';
import { readRow, type RejectReason } from './read-row.ts';
import type { Sheet, SheetRefusal, SheetSource } from '../../formats/spreadsheet/sheet.ts';

/**
 * A row that is a person. `suspended`: the account is switched off in the program that wrote the list; the
 * list does not say since when.
 */
export interface StaffRow {
  readonly row: number;
  readonly details: PersonDetails;
  readonly suspended: boolean;
}

/**
 * A rejected row: its reason and a shortened text. `column`: the header of the wrong cell, or
 * null if the whole row is wrong.
 */
export interface RejectedRow {
  readonly row: number;
  readonly column: string | null;
  readonly text: string;
  readonly reason: RejectReason;
}

/**
 * A staff list after reading. Every row of the sheet is in one place: title or header (up to
 * `headerRow`), `rows`, or `rejected`.
 */
export interface StaffList {
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly columns: readonly Column[];
  readonly ignored: readonly string[];
  /** The optional fields that have a column. The list says nothing about the others. */
  readonly present: readonly OptionalField[];
  readonly rows: readonly StaffRow[];
  readonly rejected: readonly RejectedRow[];
}

export type FoundSheet = FoundListSheet<ColumnField, HeaderRefusal['missing'][number]>;

/** Rows in one step. A step takes some milliseconds. */
const slice = 500;

/**
 * Reads the rows below a header. No row is lost: each is a person, or is listed with its reason. If two rows
 * have the same e-mail address, the first counts.
 */
function* readRows({ rows: all, separator }: Sheet, header: Header): Steps<StaffList> {
  const rows: StaffRow[] = [];
  const rejected: RejectedRow[] = [];
  const firstRow = new Map<string, number>();
  for (const [index, record] of all.entries()) {
    if (index % slice === slice - 1) yield index / all.length;
    const { row, cells } = record;
    if (row <= header.row) continue;
    const reject = (column: string | null, reason: RejectReason): void => {
      rejected.push({ row, column, text: rowText(cells, separator ?? ';'), reason });
    };
    const reading = readRow(header, record);
    if (reading.kind === 'rejected') {
      reject(reading.column, reading.reason);
      continue;
    }
    const { details, suspended } = reading;
    const key = emailKey(details.email);
    const first = firstRow.get(key);
    if (first === undefined) {
      firstRow.set(key, row);
      rows.push({ row, details, suspended });
    } else
      reject(header.columns.find((column) => column.field === 'email')?.header ?? null, {
        kind: 'duplicate-email',
        email: details.email,
        firstRow: first,
      });
  }
  const used = new Set(header.columns.map((column) => column.index));
  const present = optionalFields.filter((field) => header.columns.some((column) => column.field === field));
  const ignored = header.headers.filter((name, index) => name !== '' && !used.has(index));
  return {
    headerRow: header.row,
    headers: header.headers,
    columns: header.columns,
    ignored,
    present,
    rows,
    rejected,
  };
}

/** A staff list after reading, or the sheet whose columns a person must name. */
export type ListReading =
  | { readonly kind: 'list'; readonly found: FoundSheet; readonly list: StaffList }
  | { readonly kind: 'columns'; readonly found: FoundSheet };

/** Finds the sheet and reads it, whatever program wrote it (see findSheet and readRows). */
export function* readStaffList(
  sources: readonly SheetSource[],
  choices: ColumnChoices,
): Steps<Result<ListReading, SheetRefusal>> {
  const found = yield* within(
    findSheet(sources, (rows) => findHeader(rows, choices)),
    0,
    0.6,
  );
  if (!found.ok) return found;
  const { sheet, header, missing } = found.value;
  if (missing.length > 0) return ok({ kind: 'columns', found: found.value });
  return ok({ kind: 'list', found: found.value, list: yield* within(readRows(sheet, header), 0.6, 1) });
}

/** The sheet and header of an earlier reading, by the sheet's name or separator. */
export interface KnownSheet extends Pick<Sheet, 'name' | 'separator'> {
  readonly header: Header;
}

/** Reads the same sheet again with other choices. Its header stays in its row. */
export function* readKnownSheet(
  sources: readonly SheetSource[],
  known: KnownSheet,
  choices: ColumnChoices,
): Steps<Result<ListReading, SheetRefusal>> {
  for (const open of sources) {
    const opened = yield* within(open(), 0, 0.6);
    if (!opened.ok || opened.value.name !== known.name || opened.value.separator !== known.separator)
      continue;
    const sheet = opened.value;
    const header = chooseColumns(known.header, sheet.rows, choices);
    if (!header.ok) {
      const { nearest, missing } = header.error;
      return ok({ kind: 'columns', found: { sheet, header: nearest, missing } });
    }
    const found: FoundSheet = { sheet, header: header.value, missing: [] };
    return ok({ kind: 'list', found, list: yield* within(readRows(sheet, header.value), 0.6, 1) });
  }
  return err({ reason: 'no-workbook' });
}
