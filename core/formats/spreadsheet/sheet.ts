import type { Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';

/**
 * One row with its number in the spreadsheet: 1-based, titles and empty rows counted, a cell with line breaks
 * is still one row.
 */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Quotes, or far more cells than a list has: what stands in which column is not to be trusted. */
  readonly malformed: boolean;
}

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/**
 * A table of cells. `name`: the worksheet's, null for a text. `separator`: the text's, null for a worksheet.
 */
export interface Sheet {
  readonly name: string | null;
  readonly separator: Separator | null;
  readonly rows: readonly SheetRow[];
}

/** A workbook that cannot be read. `too-large`: unpacked, whatever its size on disk (a zip bomb is small). */
export interface SheetRefusal {
  readonly reason: 'damaged-workbook' | 'protected-workbook' | 'no-workbook' | 'workbook-too-large';
}

/** A table that may be asked for: the next is not read where the first is the staff list. */
export type SheetSource = () => Steps<Result<Sheet, SheetRefusal>>;
