import { writeWorkbookInSteps, type Worksheet } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { csvInSteps, type CellTable } from '../papers/cells.ts';
import { tableSheet } from '../papers/table-sheet.ts';
import { useDesk } from './desk.ts';
import { saveInSteps, savePdf } from './save-file.ts';

export type TableForm = 'xlsx' | 'csv' | 'pdf';

/** Saves several tables as one workbook, a sheet each. Returns true if it is there now. */
export const saveWorkbook = (name: string, sheets: readonly Worksheet[]): Promise<boolean> =>
  saveInSteps(`${name}.xlsx`, writeWorkbookInSteps(sheets));

/** Saves a table under its name, in the form asked for; true where it is there now. */
export async function saveTable(name: string, table: CellTable, form: TableForm): Promise<boolean> {
  if (form === 'xlsx') return saveWorkbook(name, [{ name, ...table }]);
  if (form === 'csv') return saveInSteps(`${name}.csv`, csvInSteps(table));
  const { workspace, today } = useDesk.getState().state;
  const firm = workspace.firm.get('firm');
  if (firm === undefined) return false;
  const paper = tableSheet(name, table, { firm, logo: workspace.logos.get('firm'), today });
  return savePdf({ name: `${name}.pdf`, document: paper });
}
