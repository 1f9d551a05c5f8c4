import type { ServiceKind } from '../../catalog/item.ts';
import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { within, type Steps } from '../../kernel/steps.ts';
import { findHeaderOf } from '../../formats/spreadsheet/find-header.ts';
import { findSheet } from '../../formats/spreadsheet/find-sheet.ts';
import type { Column } from '../../formats/spreadsheet/headers.ts';
import { isEmptyRow, rowText } from '../../formats/spreadsheet/row.ts';
import type { Sheet, SheetRefusal, SheetSource } from '../../formats/spreadsheet/sheet.ts';
import { hasAmbiguousDates } from './ambiguous-dates.ts';
import type { ServiceColumn } from './column-names.ts';
import {
  otherColumns,
  serviceForm,
  withColumnsBeside,
  withItemColumn,
  type FoundServices,
  type ServiceColumnChoices,
  type UnusedColumn,
} from './columns.ts';
import { gatherServices, type GatheredService, type NumberedRow } from './gather-services.ts';
import { correctedFields, correctedSheet, noCorrections, type Corrections } from './correct-rows.ts';
import type { Evidence } from './row-in-hand.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import type { RejectReason } from './reject-reason.ts';
import { isOwnList } from './own-list.ts';
import { sortRow, type ReadingChoices, type SkipReason } from './sort-rows.ts';

/**
 * Something odd about a service that was read. `long-expired`: by rule F Aruba has already deleted it.
 * `far-expiry`: later than ten years from today, the most that Aruba sells.
 */
export type ServiceDoubt = 'long-expired' | 'far-expiry';

/** A service that the list says. `row`: its first row in the sheet. `rows`: all rows that say it. */
export interface ServiceRow extends GatheredService {
  readonly doubts: readonly ServiceDoubt[];
  /** What the sheet had in the cells that a person corrected, by field. Absent: nothing was corrected. */
  readonly before?: Evidence;
}

/**
 * A rejected row: its reason and a shortened text. `column`: the header of the wrong cell, or null if the
 * whole row is wrong.
 */
export interface RejectedServiceRow {
  readonly row: number;
  readonly column: string | null;
  readonly text: string;
  readonly reason: RejectReason;
}

export interface SkippedRow {
  readonly row: number;
  readonly reason: SkipReason;
}

/**
 * A service list after reading. Every row of the sheet is in one place: title or header (up to `headerRow`),
 * the `rows` of one service, `rejected`, or `skipped` (totals, empty rows, repeated headers).
 */
export interface ServiceList {
  readonly found: FoundServices;
  readonly headerRow: number;
  /** Whether items have rows of their own. */
  readonly shape: 'service-rows' | 'item-rows';
  readonly columns: readonly Column<ServiceColumn>[];
  readonly unused: readonly UnusedColumn[];
  readonly ignored: readonly string[];
  readonly rows: readonly ServiceRow[];
  readonly rejected: readonly RejectedServiceRow[];
  readonly skipped: readonly SkippedRow[];
  /**
   * The list has dates that are month first, and others that can be read both ways. Until a person says the
   * order, those are read day first.
   */
  readonly ambiguousDates: boolean;
}

/** Why there is no service list: the file, no row below the header, or columns that a person must name. */
export type ServiceListRefusal =
  | SheetRefusal
  | { readonly reason: 'empty-list' }
  | {
      readonly reason: 'missing-columns';
      readonly found: FoundServices;
      readonly unused: readonly UnusedColumn[];
      readonly ignored: readonly string[];
    };

export interface ServiceListOptions {
  readonly today: Day;
  /** A person's choices for columns, by key (see columnKeys). */
  readonly columns: ServiceColumnChoices;
  /** A person's answer if the list has ambiguous dates. Null: nobody was asked. */
  readonly dateOrder: DateOrder | null;
  /** The kind of services whose list does not say it, as a person answered. */
  readonly kind?: ServiceKind | null;
  /** The worksheet that a person chose, by name. Absent or null: the first that holds a list. */
  readonly sheet?: string | null;
  /** The cells of rows that a person corrected, by row. They are read like any other row. */
  readonly corrections?: Corrections;
}

/** Rows in one step. A step takes some milliseconds. */
const slice = 250;

/**
 * Finds the sheet with a list of services and reads it, in Italian or English. A row is a service or an item
 * of one. No row is lost. Refuses an empty list, and a list without a needed column: it names the columns to
 * ask for.
 */
export function* readServiceList(
  sources: readonly SheetSource[],
  options: ServiceListOptions,
): Steps<Result<ServiceList, ServiceListRefusal>> {
  const { today, columns, dateOrder, kind = null, corrections = noCorrections } = options;
  const form = serviceForm(kind);
  const first = yield* within(
    findSheet(sources, (rows) => findHeaderOf(form, rows, columns), options.sheet),
    0,
    0.5,
  );
  if (!first.ok) return first;
  const found = withColumnsBeside(first.value, form, columns);
  const sheet = correctedSheet(found.sheet, corrections);
  if (sheet.rows.every(isEmptyRow)) return err({ reason: 'empty-list' });
  const header = withItemColumn(found.header, sheet.rows, columns);
  const { missing } = found;
  const complete: FoundServices = { ...found, sheet, header };
  const others = otherColumns(header, sheet.rows, columns);
  if (missing.length > 0) return err({ reason: 'missing-columns', found: complete, ...others });
  const ambiguousDates = dateOrder === null && hasAmbiguousDates(header, sheet.rows);
  const order = dateOrder ?? 'day-month';
  const reading: ReadingChoices = {
    order,
    kind,
    isText: sheet.separator !== null,
    isOwn: isOwnList(header.headers),
  };
  const sorted: NumberedRow[] = [];
  for (const [index, record] of sheet.rows.entries()) {
    if (index % slice === slice - 1) yield 0.5 + (0.5 * index) / sheet.rows.length;
    if (record.row > header.row) sorted.push({ row: record.row, sorted: sortRow(header, record, reading) });
  }
  const list = listOf(sheet, sorted, today, (rows) =>
    correctedFields(header, found.sheet, corrections, rows),
  );
  if (list.rows.length + list.rejected.length === 0) return err({ reason: 'empty-list' });
  return ok({
    found: complete,
    headerRow: header.row,
    columns: header.columns,
    ...others,
    ...list,
    ambiguousDates,
  });
}

function listOf(
  sheet: Sheet,
  sorted: readonly NumberedRow[],
  today: Day,
  beforeOf: (rows: readonly number[]) => Evidence | undefined,
): Pick<ServiceList, 'shape' | 'rows' | 'rejected' | 'skipped'> {
  const { services, faults } = gatherServices(sorted);
  const cellsAt = new Map(sheet.rows.map(({ row, cells }) => [row, cells]));
  return {
    shape: sorted.some((row) => row.sorted.what === 'item') ? 'item-rows' : 'service-rows',
    rows: services.map((service) => {
      const before = beforeOf(service.rows);
      const doubts = doubtsOf(service.details.expiry, today);
      return { ...service, doubts, ...(before === undefined ? {} : { before }) };
    }),
    rejected: faults.map(({ row, column, reason }) => ({
      row,
      column,
      text: rowText(cellsAt.get(row) ?? [], sheet.separator ?? ';'),
      reason,
    })),
    skipped: sorted.flatMap((each) =>
      each.sorted.what === 'skipped' ? [{ row: each.row, reason: each.sorted.reason }] : [],
    ),
  };
}

function doubtsOf(expiry: Day | undefined, today: Day): readonly ServiceDoubt[] {
  if (expiry === undefined) return [];
  if (expiry < addDays(today, -90)) return ['long-expired'];
  return expiry > addMonths(today, 120) ? ['far-expiry'] : [];
}
