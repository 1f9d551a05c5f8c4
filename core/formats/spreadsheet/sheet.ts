import type { Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { BudgetRefusal } from './budget.ts';

/**
 * One row with its number in the spreadsheet. The number starts at 1 and counts titles and empty rows. A row
 * with line breaks inside a cell is still one row.
 */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** The row has broken quotes, or far more cells than a list has: its columns cannot be trusted. */
  readonly malformed: boolean;
}

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/**
 * A table of cells. `name`: the worksheet's name, null for a text. `separator`: the text's
 * separator, null for a worksheet.
 */
export interface Sheet {
  readonly name: string | null;
  readonly separator: Separator | null;
  readonly rows: readonly SheetRow[];
}

/**
 * Why a table cannot be read. `workbook-too-large` is about its unpacked size: a zip bomb is small on disk.
 * `too-many-parts`: the zip has more files than any workbook.
 */
export type SheetRefusal =
  | BudgetRefusal
  | {
      readonly reason:
        | 'damaged-workbook'
        | 'protected-workbook'
        | 'no-workbook'
        | 'workbook-too-large'
        | 'too-many-parts';
    };

/**
 * Reads a table when it is called. The next table is not read if the first one is the list. `mostRows`: after
 * so many rows that hold anything the rest is left out. `sheetName`: the worksheet's name; absent for a text.
 */
export interface SheetSource {
  (mostRows?: number): Steps<Result<Sheet, SheetRefusal>>;
  readonly sheetName?: string | undefined;
}
