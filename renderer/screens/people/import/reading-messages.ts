import type { OpenedList, OpenRefusal } from '../../../../core/formats/spreadsheet/open-list.ts';
import type { SheetRow } from '../../../../core/formats/spreadsheet/sheet.ts';
import type { ColumnChoices } from '../../../../core/people/import/columns.ts';
import type { DateOrder } from '../../../../core/formats/spreadsheet/date-order.ts';
import type {
  FoundSheet,
  KnownSheet,
  RejectedRow,
  StaffList,
  StaffRow,
} from '../../../../core/people/import/read-staff-list.ts';
import type { UnusedColumn } from '../../../../core/people/import/unused-columns.ts';

/**
 * What the worker reads. `dateOrder`: the person's answer about the dates; null if there is none.
 * `sheet`: the sheet that the person chose; null: the first one with a list.
 * `known`: the sheet and header of an earlier reading; null if they are not known.
 */
export interface ReadingQuestion {
  readonly content: Uint8Array | string;
  readonly choices: ColumnChoices;
  readonly dateOrder: DateOrder | null;
  readonly sheet: string | null;
  readonly known: KnownSheet | null;
}

interface Found {
  /** The format that the list had. */
  readonly form: OpenedList['form'] | 'pasted';
  readonly found: FoundSheet;
  /** The first text of each column. Empty if the column has none. */
  readonly samples: readonly string[];
}

/**
 * What was read. A list has its rows in pieces before it (see ReadingMessage), and of the sheet only the rows
 * that a person can correct.
 */
export type ReadingAnswer =
  | (Found & {
      readonly kind: 'list';
      readonly list: Omit<StaffList, 'rows' | 'rejected'>;
      readonly unused: readonly UnusedColumn[];
    })
  | (Found & { readonly kind: 'columns' })
  | { readonly kind: 'refused'; readonly refusal: OpenRefusal };

/** Rows of a list in pieces: the window takes a piece in a few milliseconds. */
export interface ReadPiece {
  readonly rows: readonly StaffRow[];
  readonly rejected: readonly RejectedRow[];
  /** The rows of the sheet that a person can correct. */
  readonly sheet: readonly SheetRow[];
}

/** What the worker says: its progress from 0 to 1, pieces of the list, and at the end the answer. */
export type ReadingMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | ({ readonly kind: 'piece' } & Partial<ReadPiece>)
  | { readonly kind: 'done'; readonly answer: ReadingAnswer };
