// Tables of cells as a test looks at them: all rows at once.
import type { XlsxCell } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { finish } from '../../core/kernel/steps.ts';
import { csvInSteps, type CellTable } from '../../renderer/papers/cells.ts';

export interface ListedTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly XlsxCell[])[];
}

/** The table with its rows in a list. */
export const listed = ({ headers, rows }: CellTable): ListedTable => ({
  headers,
  rows: Array.from({ length: rows.length }, (_, index) => rows.at(index) ?? []),
});

export const csvText = (table: CellTable): string => finish(csvInSteps(table));
