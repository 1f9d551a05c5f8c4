import type { Day } from '../../../../core/kernel/day.ts';
import type { ServiceKind } from '../../../../core/catalog/item.ts';
import type { OpenedList, OpenRefusal } from '../../../../core/formats/spreadsheet/open-list.ts';
import type { SheetRow } from '../../../../core/formats/spreadsheet/sheet.ts';
import type { ServiceColumnChoices } from '../../../../core/register/import/columns.ts';
import type { Corrections } from '../../../../core/register/import/correct-rows.ts';
import type { DateOrder } from '../../../../core/formats/spreadsheet/date-order.ts';
import type { PastedService } from '../../../../core/register/import/read-pasted.ts';
import type {
  RejectedServiceRow,
  ServiceList,
  ServiceListRefusal,
  ServiceRow,
  SkippedRow,
} from '../../../../core/register/import/read-service-list.ts';

/** What the worker reads, and what a person said about it. */
export interface ReadingQuestion {
  readonly content: Uint8Array | string;
  readonly today: Day;
  readonly columns: ServiceColumnChoices;
  readonly dateOrder: DateOrder | null;
  readonly kind: ServiceKind | null;
  readonly corrections: Corrections;
  /** The worksheet that the person chose. Null: the first that holds a list. */
  readonly sheet: string | null;
}

export type MissingColumns = Extract<ServiceListRefusal, { reason: 'missing-columns' }>;
export type ReadingRefusal =
  | OpenRefusal
  | { readonly reason: 'empty-paste' | 'too-large-paste' }
  | Exclude<ServiceListRefusal, { reason: 'missing-columns' }>
  | { readonly reason: 'nothing-recognised' };

/** The format that the list had. */
export type ListFormat = OpenedList['form'] | 'pasted';

/** The first text of each column of the sheet. Empty if the column has none. */
export type ColumnSamples = readonly string[];

/**
 * What was read. A list has its services in pieces before it (see ReadingMessage), and of the sheet only the
 * rows that a person can correct.
 */
export type ReadingAnswer =
  | {
      readonly kind: 'list';
      readonly form: ListFormat;
      readonly list: Omit<ServiceList, 'rows' | 'rejected' | 'skipped'>;
      readonly samples: ColumnSamples;
    }
  | { readonly kind: 'columns'; readonly missing: MissingColumns; readonly samples: ColumnSamples }
  | { readonly kind: 'paste'; readonly services: readonly PastedService[] }
  | { readonly kind: 'refused'; readonly refusal: ReadingRefusal };

/** A list in pieces: the window takes a piece in a few milliseconds. */
export interface ReadPiece {
  readonly rows: readonly ServiceRow[];
  readonly rejected: readonly RejectedServiceRow[];
  readonly skipped: readonly SkippedRow[];
  /** The rows of the sheet that a person can correct. */
  readonly sheet: readonly SheetRow[];
}

/** What the worker says: its progress from 0 to 1, pieces of the list, and at the end the answer. */
export type ReadingMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | ({ readonly kind: 'piece' } & Partial<ReadPiece>)
  | { readonly kind: 'done'; readonly answer: ReadingAnswer };
