import { cleanCell, shorten } from './cell.ts';
import type { Header } from './headers.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** A column is looked at so many rows down. */
const mostLookedAt = 5000;

/** Only the start of a long cell is shown. */
const mostShown = 200;

/** Some different texts of a column below its header, shortened. */
export function samplesOf(
  rows: readonly SheetRow[],
  header: Pick<Header<string>, 'row'>,
  index: number,
  most: number,
): readonly string[] {
  const samples = new Set<string>();
  for (const { row, cells } of rows.slice(0, mostLookedAt)) {
    const cell = row > header.row ? shorten(cleanCell((cells[index] ?? '').slice(0, mostShown)), 60) : '';
    if (cell !== '') samples.add(cell);
    if (samples.size === most) break;
  }
  return [...samples];
}

/** The first text below each header. Empty if the column has none. */
export const columnSamples = ({
  header,
  sheet,
}: {
  readonly header: Header<string>;
  readonly sheet: Sheet;
}): readonly string[] => header.headers.map((_, index) => samplesOf(sheet.rows, header, index, 1)[0] ?? '');
