import type { ServiceKind } from '../../catalog/item.ts';
import { isEmptyRow } from '../../formats/spreadsheet/row.ts';
import { cleanCell } from '../../formats/spreadsheet/cell.ts';
import { repeatsHeader } from '../../formats/spreadsheet/headers.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import type { ServiceHeader } from './columns.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { readDay } from './read-day.ts';
import { readItem, type ListedItem } from './read-item.ts';
import { kindOf, readIdentity, readService } from './read-row.ts';
import { cellsOf, type Fault, type RowCells, type RowReading } from './row-in-hand.ts';

/**
 * How a list is read: the answer about dates, and the kind of services that do not say theirs. `isText`: its
 * cells were divided at separators.
 */
export interface ReadingChoices {
  readonly order: DateOrder;
  readonly kind: ServiceKind | null;
  readonly isText: boolean;
  /** Whether the list is one of Allinea's own (see isOwnList). */
  readonly isOwn: boolean;
}

export type SkipReason = 'empty-row' | 'total-row' | 'repeated-header';

/** What one row of the sheet is. An item row may leave its holder blank: the row above then says it. */
export type SortedRow =
  | { readonly what: 'skipped'; readonly reason: SkipReason }
  | { readonly what: 'rejected'; readonly fault: Fault }
  | { readonly what: 'service'; readonly reading: RowReading }
  | {
      readonly what: 'item';
      readonly item: ListedItem;
      readonly holder: RowReading['details'] | null;
      /** The service that the kind column names, beside the item. */
      readonly kind: ServiceKind | null;
      /** What is wrong with the item. It then spoils its service. */
      readonly fault: Fault | null;
    };

const rejected = (fault: Fault): SortedRow => ({ what: 'rejected', fault });

/** The word of a total and what may follow it. Other words make it a name: "Totale Energia". */
const total =
  /^(?:(?:sub)?total[ei]?|grand total|tot\.?|somma|conteggio|numero|n\.|count|sum)(?: (?:general[ei]|complessiv[oi]|servizi|clienti|utenti|righe|voci|di|services|clients|users|rows|of))*[ .:=]*[\d.,]*$/i;

const isTotalCell = (cell: string): boolean => cell.length < 60 && total.test(cell);

/** A total has no code, no kind and no day. */
function isTotal(read: RowCells, cells: readonly string[], order: DateOrder): boolean {
  if (!cells.some(isTotalCell)) return false;
  const expiry = readDay(read.cell('expiry'), order);
  const blank = (['vatCode', 'taxCode', 'kind'] as const).every((field) => /^\W*$/.test(read.cell(field)));
  return blank && !(expiry.ok && expiry.value !== null);
}

/** Says what one row of the sheet is, and reads it. */
export function sortRow(header: ServiceHeader, record: SheetRow, choices: ReadingChoices): SortedRow {
  const { order, kind, isText, isOwn } = choices;
  if (record.malformed) return rejected({ column: null, reason: { kind: 'malformed' } });
  if (isEmptyRow(record)) return { what: 'skipped', reason: 'empty-row' };
  const cells = record.cells.map(cleanCell);
  if (header.row > 0 && repeatsHeader(header, cells)) return { what: 'skipped', reason: 'repeated-header' };
  // More cells than headers: a separator inside a cell has moved the others, so no cell can be trusted. In a
  // worksheet each cell has its place.
  if (isText && cells.slice(header.headers.length).some((cell) => cell !== ''))
    return rejected({ column: null, reason: { kind: 'malformed' } });
  const read = cellsOf(header, cells, isOwn);
  if (isTotal(read, cells, order)) return { what: 'skipped', reason: 'total-row' };
  const said = kindOf(read);
  if (said.item === null) {
    const reading = readService(read, said.service ?? kind, order);
    return { what: 'service', reading: said.fault === null ? reading : { ...reading, fault: said.fault } };
  }
  const identity = holderOf(read);
  if (identity !== null && identity.fault !== null) return rejected(identity.fault);
  const item = readItem(read, said.item, order);
  return {
    what: 'item',
    holder: identity?.details ?? null,
    kind: said.service,
    item: item.ok ? item.value : { kind: said.item.kind, quantity: 0, expiry: null, text: '' },
    fault: said.fault ?? (item.ok ? null : item.error),
  };
}

/** Who holds an item. Null if the row does not say it. */
function holderOf(read: RowCells): RowReading | null {
  const silent = (['holder', 'vatCode', 'taxCode'] as const).every((field) => /^\W*$/.test(read.cell(field)));
  if (silent) return null;
  const identity = readIdentity(read);
  return identity.fault?.reason.kind === 'missing-holder' ? { ...identity, fault: null } : identity;
}
