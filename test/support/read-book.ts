// Reads a workbook with another library.
import { read, utils } from '@e965/xlsx';
import type { XlsxCell } from '../../core/formats/spreadsheet/write-xlsx.ts';

export interface ReadBook {
  readonly sheets: readonly string[];
  readonly headers: readonly unknown[];
  readonly rows: readonly (readonly XlsxCell[])[];
}

const dayShown = /^(\d{2})\/(\d{2})\/(\d{4})$/;

/**
 * One sheet, the first if none is named. The library decides the kind of each cell: a number shown as a day
 * is a day, and a number shown with two decimals is an amount.
 */
export function readBook(bytes: Uint8Array, name?: string): ReadBook {
  const book = read(bytes, { cellNF: true });
  const sheet = book.Sheets[name ?? book.SheetNames[0] ?? ''] ?? {};
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const cellAt = (r: number, c: number): XlsxCell => {
    const cell = sheet[utils.encode_cell({ r, c })];
    if (cell === undefined || cell.t === 'z') return null;
    if (cell.t === 's') return { text: String(cell.v) };
    const shown = dayShown.exec(utils.format_cell(cell));
    if (shown !== null) return { day: `${shown[3]}-${shown[2]}-${shown[1]}` as never };
    return cell.z === '#,##0.00'
      ? { amount: Math.round(Number(cell.v) * 100) as never }
      : { number: Number(cell.v) };
  };
  const table = Array.from({ length: range.e.r + 1 }, (_, r) =>
    Array.from({ length: range.e.c + 1 }, (__, c) => cellAt(r, c)),
  );
  return {
    sheets: book.SheetNames,
    headers: (table[0] ?? []).map((cell) => (cell !== null && 'text' in cell ? cell.text : cell)),
    rows: table.slice(1),
  };
}
