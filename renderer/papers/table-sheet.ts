// A list as a paper: the same cells as in a workbook, ready to read.
import type { XlsxCell } from '../../core/formats/spreadsheet/write-xlsx.ts';
import type { Firm } from '../../core/desk/rows/state.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Logo } from '../../core/quotes/logo.ts';
import { countText, dayText, money } from '../text/format.ts';
import { language, text } from '../text/text.ts';
import type { CellTable } from './cells.ts';
import { letterhead, type PrintDocument } from './print-sheet.ts';

/** More columns need the paper's long side. */
const mostUpright = 6;

function shown(cell: XlsxCell): string {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  if ('day' in cell) return dayText(cell.day);
  return 'amount' in cell ? money(cell.amount) : countText(cell.number);
}

const isNumber = (cell: XlsxCell): boolean => cell !== null && ('amount' in cell || 'number' in cell);

/** The list under the firm's letterhead, with its day and its number of rows. */
export function tableSheet(
  title: string,
  { headers, rows }: CellTable,
  { firm, logo, today }: { readonly firm: Firm; readonly logo: Logo | undefined; readonly today: Day },
): PrintDocument {
  const cells = Array.from({ length: rows.length }, (_, index) => rows.at(index) ?? []);
  return {
    language: language(),
    title,
    ...(headers.length > mostUpright ? { landscape: true } : {}),
    letterhead: letterhead(firm, logo),
    recipient: null,
    facts: [
      { label: text('list-sheet.day'), value: dayText(today) },
      { label: text('list-sheet.rows'), value: countText(cells.length) },
    ],
    tables: [
      {
        title: '',
        columns: headers.map((label, index) => ({
          label,
          number: cells.some((row) => isNumber(row[index] ?? null)),
        })),
        rows: cells.map((row) => row.map(shown)),
      },
    ],
    totals: [],
    notes: [],
    derivations: [],
    footer: text('list-sheet.footer'),
  };
}
