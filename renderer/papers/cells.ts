// A table for a file. The same cells are written as a workbook or as CSV.
import { writeCsvInSteps } from '../../core/formats/spreadsheet/write-csv.ts';
import type { Steps } from '../../core/kernel/steps.ts';
import type { CellRows, XlsxCell } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { dayText } from '../text/format.ts';
import { text } from '../text/text.ts';

export interface CellTable {
  readonly headers: readonly string[];
  readonly rows: CellRows;
}

const decimal = (value: number, digits: number): string =>
  value.toFixed(digits).replace('.', text('number.decimal'));

/** A cell of a CSV file. Numbers have no thousands separator, so that a spreadsheet reads them as numbers. */
function csvCell(cell: XlsxCell): string {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  if ('day' in cell) return dayText(cell.day);
  if ('amount' in cell) return decimal(cell.amount / 100, 2);
  return Number.isInteger(cell.number) ? String(cell.number) : decimal(cell.number, 6);
}

export const csvInSteps = ({ headers, rows }: CellTable): Steps<string> =>
  writeCsvInSteps(rows.length + 1, (index) =>
    index === 0 ? headers : (rows.at(index - 1) ?? []).map(csvCell),
  );
