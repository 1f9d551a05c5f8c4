import { cleanCell, shorten } from './cell.ts';
import type { SheetRow } from './sheet.ts';

/** Whether no cell of the row holds a visible text. */
export const isEmptyRow = ({ cells }: SheetRow): boolean => cells.every((cell) => cleanCell(cell) === '');

/** A row as people read it, shortened. Empty if the row is empty. */
export function rowText(cells: readonly string[], separator: string): string {
  const shown = cells.map(cleanCell);
  return shown.every((cell) => cell === '')
    ? ''
    : shorten(shown.join(separator === '\t' ? ' | ' : separator), 160);
}
