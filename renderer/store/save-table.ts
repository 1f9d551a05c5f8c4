import { writeWorkbook, writeXlsx, type Worksheet } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { csvText, type CellTable } from '../papers/cells.ts';
import { saveFile } from './save-file.ts';

export type TableForm = 'xlsx' | 'csv';

/** Saves several tables as one workbook, a sheet each. Returns true if it is there now. */
export const saveWorkbook = (name: string, sheets: readonly Worksheet[]): Promise<boolean> =>
  saveFile({ name: `${name}.xlsx`, bytes: writeWorkbook(sheets) });

/** Saves a table under its name, in the form asked for; true where it is there now. */
export const saveTable = (name: string, table: CellTable, form: TableForm): Promise<boolean> =>
  saveFile(
    form === 'xlsx'
      ? { name: `${name}.xlsx`, bytes: writeXlsx(name, table.headers, table.rows) }
      : { name: `${name}.csv`, text: csvText(table) },
  );
