import { isAboutRow } from '../../formats/spreadsheet/correction-table.ts';
import { repeatsHeader } from '../../formats/spreadsheet/headers.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import { headerBelow, type ColumnChoices, type Header } from './columns.ts';
import { plainCell } from './plain-cell.ts';
import type { RejectReason } from './read-row.ts';
import { sectionSaid } from './sections.ts';

/** Where a row stands in its sheet, and what follows from it. */
export type RowPlace =
  | { readonly kind: 'list' }
  /** The row is rejected whatever its cells say. */
  | { readonly kind: 'outside'; readonly reason: RejectReason }
  /** The row is below CESSATI: it is somebody who has left, if it says since when. */
  | { readonly kind: 'left'; readonly reason: RejectReason };

/**
 * Follows the rows of a sheet from its top, and says of each where it stands. A complete header with other
 * columns begins another table: its rows are outside until the first header comes again. The title of people
 * who have left (CESSATI) holds until a title of people at work (IN FORZA).
 */
export function placesOf(header: Header, choices: ColumnChoices): (record: SheetRow) => RowPlace {
  const own = new Set(header.headers.flatMap((name, index) => (isAboutRow(name) ? [index] : [])));
  let table: number | undefined;
  let section: string | undefined;
  return ({ row, cells: raw, malformed }) => {
    if (malformed) return { kind: 'list' };
    // Titles and headers have no address. Most rows have one.
    if (!raw.some((cell) => cell.includes('@'))) {
      const cells = raw.map(plainCell);
      const said = sectionSaid(own.size === 0 ? cells : cells.filter((_, index) => !own.has(index)));
      if (said !== undefined) {
        section = said.status === 'active' ? undefined : said.title;
        if (section !== undefined) return { kind: 'outside', reason: { kind: 'left-title', title: section } };
      }
      if (row > header.row) {
        const kind =
          header.row > 0 && repeatsHeader(header, cells) ? 'repeated' : headerBelow(header, cells, choices);
        if (kind === 'other') table = row;
        if (kind === 'repeated') {
          table = undefined;
          return { kind: 'outside', reason: { kind: 'repeated-header' } };
        }
      }
      if (cells.every((cell) => cell === '')) return { kind: 'list' };
    }
    if (table !== undefined) return { kind: 'outside', reason: { kind: 'other-table', header: table } };
    if (section !== undefined) return { kind: 'left', reason: { kind: 'left-section', title: section } };
    return { kind: 'list' };
  };
}
