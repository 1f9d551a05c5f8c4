import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { csvText, type CellTable } from '../papers/cells.ts';
import { saveFile } from './save-file.ts';

export type TableForm = 'xlsx' | 'csv';

/** Saves a table under its name, in the form asked for; true where it is there now. */
export const saveTable = (name: string, table: CellTable, form: TableForm): Promise<boolean> =>
  saveFile(
    form === 'xlsx'
      ? { name: `${name}.xlsx`, bytes: writeXlsx(name, table.headers, table.rows) }
      : { name: `${name}.csv`, text: csvText(table) },
  );
