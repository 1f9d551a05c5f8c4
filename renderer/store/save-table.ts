import { writeWorkbookInSteps, type Worksheet } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { csvInSteps, type CellTable } from '../papers/cells.ts';
import { saveInSteps } from './save-file.ts';

export type TableForm = 'xlsx' | 'csv';

/** Saves several tables as one workbook, a sheet each. Returns true if it is there now. */
export const saveWorkbook = (name: string, sheets: readonly Worksheet[]): Promise<boolean> =>
  saveInSteps(`${name}.xlsx`, writeWorkbookInSteps(sheets));

/** Saves a table under its name, in the form asked for; true where it is there now. */
export const saveTable = (name: string, table: CellTable, form: TableForm): Promise<boolean> =>
  form === 'xlsx' ? saveWorkbook(name, [{ name, ...table }]) : saveInSteps(`${name}.csv`, csvInSteps(table));
