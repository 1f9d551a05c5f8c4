import type { SheetRow } from '../../core/formats/spreadsheet/sheet.ts';

/** Rows of a sheet from lines with semicolons. */
export const records = (...rows: readonly string[]): readonly SheetRow[] =>
  rows.map((row, index) => ({ row: index + 1, cells: row.split(';'), malformed: false }));
