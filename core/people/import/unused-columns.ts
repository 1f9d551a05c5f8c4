import { isAboutRow } from '../../formats/spreadsheet/correction-table.ts';
import { cleanCell, shorten } from '../../formats/spreadsheet/cell.ts';
import { headerKey, keysOf } from '../../formats/spreadsheet/headers.ts';
import { fieldNamed, type ColumnField } from './column-names.ts';
import type { ColumnChoices } from './columns.ts';
import type { FoundSheet } from './read-staff-list.ts';

/** A column that holds something, and that nobody has said to leave out. */
export interface UnusedColumn {
  /** The place of the column in the sheet. The first column is 0. */
  readonly index: number;
  /** The header as written. Empty if the column has none. */
  readonly header: string;
  /** The first text below the header. */
  readonly sample: string;
}

const nameFields: ReadonlySet<ColumnField> = new Set([
  'family-name',
  'given-name',
  'full-name',
  'family-first',
]);

/**
 * The columns of a list that are not used and about which the person must be asked. Leaves out blank columns,
 * columns that the person has said to leave out, names that another column already gives, and Allinea's own
 * columns of rejected rows.
 */
export function unusedColumns(
  { sheet, header }: Pick<FoundSheet, 'sheet' | 'header'>,
  choices: ColumnChoices,
): readonly UnusedColumn[] {
  const keys = keysOf(header);
  const used = new Set(header.columns.map(({ index }) => index));
  const named = header.columns.some(({ field }) => nameFields.has(field));
  const below = sheet.rows.filter(({ row }) => row > header.row);
  return header.headers.flatMap((name, index): UnusedColumn[] => {
    if (used.has(index) || choices.get(keys[index] ?? '') === 'unused') return [];
    const key = header.row === 0 ? '' : headerKey(name);
    const field = fieldNamed(key)?.field;
    if ((header.row > 0 && isAboutRow(name)) || (named && field !== undefined && nameFields.has(field)))
      return [];
    for (const { cells } of below) {
      const cell = cells[index];
      if (cell === undefined || cell === '') continue;
      const sample = cleanCell(cell.slice(0, 200));
      if (sample !== '')
        return [{ index, header: header.row === 0 ? '' : name, sample: shorten(sample, 40) }];
    }
    return [];
  });
}
