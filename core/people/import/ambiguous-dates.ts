import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import type { Header } from './columns.ts';
import { plainCell } from './plain-cell.ts';
import { orderShown } from './read-dates.ts';

/** Whether some date is surely month first, so that nobody can tell the order of the others. */
export function hasAmbiguousDates({ columns, row: headerRow }: Header, rows: readonly SheetRow[]): boolean {
  const shown = new Set<string>();
  for (const { row, cells } of rows) {
    if (row <= headerRow) continue;
    for (const { field, index } of columns)
      if (field === 'start' || field === 'end') shown.add(orderShown(plainCell(cells[index] ?? ''), field));
    if (shown.has('month-day') && shown.has('either')) return true;
  }
  return false;
}
