import { orderSaid } from '../../formats/spreadsheet/date-order.ts';
import { writtenDate } from '../../formats/spreadsheet/date-text.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import type { ServiceColumn } from './column-names.ts';
import type { ServiceHeader } from './columns.ts';

/** The columns whose cells may hold dates. */
const withDates: ReadonlySet<ServiceColumn> = new Set([
  'expiry',
  'users',
  'usersExpiry',
  'modules',
  'modulesExpiry',
  'documents',
  'collections',
  'orders-nso',
  'woocommerce',
  'space',
  'spaceExpiry',
]);

const figures = /(?<!\d)\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/g;

/** Whether some date is surely month first, so that nobody can tell the order of the others. */
export function hasAmbiguousDates(header: ServiceHeader, rows: readonly SheetRow[]): boolean {
  const indexes = header.columns.filter(({ field }) => withDates.has(field)).map(({ index }) => index);
  let monthFirst = false;
  let either = false;
  for (const { row, cells } of rows) {
    if (row <= header.row) continue;
    for (const index of indexes)
      for (const [text] of (cells[index] ?? '').slice(0, 2000).matchAll(figures)) {
        const said = orderSaid(writtenDate(text));
        monthFirst ||= said === 'month-day';
        either ||= said === 'either';
      }
    if (monthFirst && either) return true;
  }
  return false;
}
