import { err, ok, type Result } from '../../kernel/result.ts';
import { within, type Steps } from '../../kernel/steps.ts';
import { findSheet, type FoundSheet as FoundListSheet } from '../../formats/spreadsheet/find-sheet.ts';
import { rowText } from '../../formats/spreadsheet/row.ts';
import { optionalFields, type ColumnField, type OptionalField } from './column-names.ts';
import { hasAmbiguousDates } from './ambiguous-dates.ts';
import {
  chooseColumns,
  findHeader,
  type Column,
  type ColumnChoices,
  type Header,
  type HeaderRefusal,
} from './columns.ts';
import { emailKey, type PersonDetails } from '../person.ts';
import { mailListIn } from './mail-list.ts';
import { settleNameOrder } from './name-order.ts';
import { addressesIn } from './plain-cell.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { readRow, type RejectReason, type RowReading } from './read-row.ts';
import { placesOf } from './row-places.ts';
import { settleStatus } from './settle-status.ts';
import type { Sheet, SheetRefusal, SheetSource } from '../../formats/spreadsheet/sheet.ts';

/**
 * A row that is a person. `suspended`: the account is switched off in the program that wrote the list, or the
 * person has left; the list does not say since when.
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
  /** The addresses in the row: the list names these people all the same. */
  readonly named: readonly string[];
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
  /**
   * Whether nobody has said how dates are read, and some are surely month first: then nobody can tell the
   * order of the others.
   */
  readonly ambiguousDates: boolean;
  /** The person's answer about the dates; null if there is none. */
  readonly dateOrder: DateOrder | null;
}

/** What a person has said about a list: its columns, and the order of its dates; null if they did not. */
interface ListAnswers {
  readonly choices: ColumnChoices;
  readonly dateOrder: DateOrder | null;
}

export type FoundSheet = FoundListSheet<ColumnField, HeaderRefusal['missing'][number]>;

/** Rows in one step. A step takes some milliseconds. */
const slice = 500;

/**
 * Reads the rows below a header. No row is lost: each is a person, or is listed with its reason. If two rows
 * have the same e-mail address, the first counts.
 */
function* readRows(
  { rows: all, separator }: Sheet,
  header: Header,
  { choices, dateOrder }: ListAnswers,
): Steps<StaffList> {
  const rows: StaffRow[] = [];
  const rejected: RejectedRow[] = [];
  const firstRow = new Map<string, number>();
  const place = placesOf(header, choices);
  for (const [index, record] of all.entries()) {
    if (index % slice === slice - 1) yield index / all.length;
    const { row, cells } = record;
    const { kind, ...where } = place(record);
    if (row <= header.row) continue;
    const reject = (column: string | null, reason: RejectReason): void => {
      rejected.push({
        row,
        column,
        text: rowText(cells, separator ?? ';'),
        reason,
        named: addressesIn(cells),
      });
    };
    const reading = readRow(header, record, { order: dateOrder ?? 'day-month', isText: separator !== null });
    if ('reason' in where && (kind === 'outside' || saysNoEnd(reading))) {
      reject(null, where.reason);
      continue;
    }
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
    ambiguousDates: dateOrder === null && hasAmbiguousDates(header, all),
    dateOrder,
  };
}

/** Whether a row is a person of whom no last day is said. */
const saysNoEnd = (reading: RowReading): boolean => reading.kind === 'person' && reading.details.end === null;

/** The header with what the rows say about it: the order of the names, and which columns are no status. */
const settled = (header: Header, rows: Sheet['rows'], choices: ColumnChoices): Header =>
  settleStatus(settleNameOrder(header, rows, choices), rows, choices);

/** A staff list after reading, or the sheet whose columns a person must name. */
export type ListReading =
  | { readonly kind: 'list'; readonly found: FoundSheet; readonly list: StaffList }
  | { readonly kind: 'columns'; readonly found: FoundSheet };

/** What the columns are of the sheets that were an e-mail's address line, by their rows. */
type MailColumns = Map<Sheet['rows'], ColumnChoices>;

/** Opens a sheet, and takes the address line of an e-mail apart if it is one (see mailListIn). */
function openingMail(open: SheetSource, columns: MailColumns): SheetSource {
  function* opened(mostRows?: number): ReturnType<SheetSource> {
    const sheet = yield* open(mostRows);
    const list = sheet.ok ? mailListIn(sheet.value) : undefined;
    if (list === undefined) return sheet;
    columns.set(list.sheet.rows, list.choices);
    return ok(list.sheet);
  }
  return Object.assign(opened, { sheetName: open.sheetName });
}

/** A person's choices come before what an address line says of its columns. */
const choicesFor = (rows: Sheet['rows'], columns: MailColumns, choices: ColumnChoices): ColumnChoices =>
  new Map([...(columns.get(rows) ?? []), ...choices]);

/**
 * Finds the sheet and reads it, whatever program wrote it (see findSheet and readRows). An address line of an
 * e-mail is a list too. `dateOrder`: how dates are read that can be read both ways, if a person said it.
 * `wanted`: the name of the sheet that a person chose.
 */
export function* readStaffList(
  sources: readonly SheetSource[],
  choices: ColumnChoices,
  dateOrder: DateOrder | null = null,
  wanted: string | null = null,
): Steps<Result<ListReading, SheetRefusal>> {
  const mail: MailColumns = new Map();
  const found = yield* within(
    findSheet(
      sources.map((open) => openingMail(open, mail)),
      (rows) => findHeader(rows, choicesFor(rows, mail, choices)),
      wanted,
    ),
    0,
    0.6,
  );
  if (!found.ok) return found;
  const { sheet, missing } = found.value;
  if (missing.length > 0) return ok({ kind: 'columns', found: found.value });
  return yield* readFound(found.value, { choices: choicesFor(sheet.rows, mail, choices), dateOrder });
}

/** Reads the rows of a sheet whose header has all columns. */
function* readFound(found: FoundSheet, answers: ListAnswers): Steps<Result<ListReading, SheetRefusal>> {
  const header = settled(found.header, found.sheet.rows, answers.choices);
  const list = yield* within(readRows(found.sheet, header, answers), 0.6, 1);
  return ok({ kind: 'list', found: { ...found, header }, list });
}

/** The sheet and header of an earlier reading, by the sheet's name or separator. */
export interface KnownSheet extends Pick<Sheet, 'name' | 'separator'>, Pick<FoundSheet, 'sheetNames'> {
  readonly header: Header;
}

/** Reads the same sheet again with other answers. Its header stays in its row. */
export function* readKnownSheet(
  sources: readonly SheetSource[],
  known: KnownSheet,
  choices: ColumnChoices,
  dateOrder: DateOrder | null = null,
): Steps<Result<ListReading, SheetRefusal>> {
  const mail: MailColumns = new Map();
  for (const open of sources) {
    const opened = yield* within(openingMail(open, mail)(), 0, 0.6);
    if (!opened.ok || opened.value.name !== known.name || opened.value.separator !== known.separator)
      continue;
    const sheet = opened.value;
    const answers: ListAnswers = { choices: choicesFor(sheet.rows, mail, choices), dateOrder };
    const header = chooseColumns(known.header, sheet.rows, answers.choices);
    const others = known.sheetNames === undefined ? {} : { sheetNames: known.sheetNames };
    if (header.ok) return yield* readFound({ sheet, header: header.value, missing: [], ...others }, answers);
    const { nearest, missing } = header.error;
    return ok({ kind: 'columns', found: { sheet, header: nearest, missing, ...others } });
  }
  return err({ reason: 'no-workbook' });
}
