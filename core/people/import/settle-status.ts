import { isBlank } from '../../formats/spreadsheet/cell.ts';
import { keysOf } from '../../formats/spreadsheet/headers.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import type { ColumnField } from './column-names.ts';
import type { ColumnChoices, Header } from './columns.ts';
import { plainCell } from './plain-cell.ts';
import { isStatusWord, statusReaders, type StatusField } from './read-status.ts';

/** A column is looked at so many rows down. */
const mostLookedAt = 5000;

const isStatusField = (field: ColumnField): field is StatusField => field in statusReaders;

/**
 * The header without columns that are only called like a status ("Stato" with provinces, "Attivo" without a
 * cell): none of their cells is a known word. They are then asked about, as other unused columns. What a
 * person chose stays.
 */
export function settleStatus(header: Header, rows: readonly SheetRow[], choices: ColumnChoices): Header {
  const keys = keysOf(header);
  const below = rows.slice(0, mostLookedAt).filter(({ row }) => row > header.row);
  const columns = header.columns.filter(({ field, index }) => {
    if (!isStatusField(field) || choices.has(keys[index] ?? '')) return true;
    let blank = true;
    for (const { cells } of below) {
      const cell = plainCell((cells[index] ?? '').slice(0, 200));
      if (isStatusWord(field, cell)) return true;
      blank &&= isBlank(cell);
    }
    return blank && (field !== 'active' || below.length === 0);
  });
  return columns.length === header.columns.length ? header : { ...header, columns };
}
