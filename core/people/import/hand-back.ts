import { isNeutral } from './name-order.ts';
import { plainCell } from './plain-cell.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { orderShown, readListedDay, type DayField } from './read-dates.ts';
import type { ColumnField } from './column-names.ts';
import type { FoundSheet } from './read-staff-list.ts';

/**
 * The sheet as it is handed back for correction, so that its rows are read in the same way when they come
 * back alone. `nameHeader`: the header of full names in the order that the list had, put in the place of one
 * that does not say the order. Dates that were read month first are written year first.
 */
export function handedBack(
  found: FoundSheet,
  dateOrder: DateOrder | null,
  nameHeader: (field: ColumnField) => string,
): FoundSheet {
  const { header, sheet } = found;
  const neutral =
    header.row === 0 ? undefined : header.columns.find((one) => isNeutral(one.header, one.field));
  const headers =
    neutral === undefined ? header.headers : header.headers.with(neutral.index, nameHeader(neutral.field));
  const dayAt = new Map<number, DayField>();
  for (const { field, index } of header.columns)
    if (field === 'start' || field === 'end') dayAt.set(index, field);
  const sure = (cell: string, index: number): string => {
    const field = dayAt.get(index);
    const text = plainCell(cell);
    if (field === undefined || orderShown(text, field) !== 'either') return cell;
    const day = readListedDay(text, field, 'month-day');
    return day.ok ? (day.value ?? cell) : cell;
  };
  const rows =
    dateOrder === 'month-day'
      ? sheet.rows.map((row) => ({ ...row, cells: row.cells.map(sure) }))
      : sheet.rows;
  return { ...found, header: { ...header, headers }, sheet: { ...sheet, rows } };
}
