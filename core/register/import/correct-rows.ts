import { moduleKinds } from '../../catalog/item.ts';
import { cleanCell, shorten } from '../../formats/spreadsheet/cell.ts';
import type { Sheet } from '../../formats/spreadsheet/sheet.ts';
import { listFields, type Field, type ListField } from '../fields.ts';
import type { ServiceColumn } from './column-names.ts';
import type { ServiceHeader } from './columns.ts';
import type { Evidence } from './row-in-hand.ts';

/** The cells of corrected rows, whole rows by their number. */
export type Corrections = ReadonlyMap<number, readonly string[]>;

export const noCorrections: Corrections = new Map();

/** The sheet with its corrected rows. A person divided them into cells, so they are no longer malformed. */
export function correctedSheet(sheet: Sheet, corrections: Corrections): Sheet {
  if (corrections.size === 0) return sheet;
  return {
    ...sheet,
    rows: sheet.rows.map((record) => {
      const cells = corrections.get(record.row);
      return cells === undefined ? record : { row: record.row, cells, malformed: false };
    }),
  };
}

/** The fields that a column can say. An item and its quantity say users, modules or space. */
function fieldsOf(column: ServiceColumn): readonly Field[] {
  if (column === 'usersExpiry') return ['users'];
  if (column === 'modulesExpiry' || moduleKinds.some((kind) => kind === column)) return ['modules'];
  if (column === 'spaceExpiry') return ['space'];
  if (column === 'item' || column === 'quantity') return ['kind', 'users', 'modules', 'space'];
  return listFields.includes(column as ListField) ? [column as ListField] : [];
}

/** What the sheet had in the corrected cells of these rows, by field. Undefined if no cell was corrected. */
export function correctedFields(
  header: ServiceHeader,
  sheet: Sheet,
  corrections: Corrections,
  rows: readonly number[],
): Evidence | undefined {
  const before: Evidence = {};
  for (const row of rows) {
    const after = corrections.get(row);
    if (after === undefined) continue;
    const cells = sheet.rows.find((record) => record.row === row)?.cells ?? [];
    for (const { field: column, index } of header.columns) {
      const was = cleanCell(cells[index] ?? '');
      if (was === cleanCell(after[index] ?? '')) continue;
      for (const field of fieldsOf(column))
        before[field] = shorten([before[field], was].filter(Boolean).join(' '), 200);
    }
  }
  return Object.keys(before).length === 0 ? undefined : before;
}
