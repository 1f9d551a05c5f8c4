import { isAboutRow } from '../../formats/spreadsheet/correction-table.ts';
import type { ServiceKind } from '../../catalog/item.ts';
import { z } from '../../kernel/parse.ts';
import { cleanCell, shorten } from '../../formats/spreadsheet/cell.ts';
import { samplesOf } from '../../formats/spreadsheet/column-samples.ts';
import { writtenDate } from '../../formats/spreadsheet/date-text.ts';
import type { ListForm } from '../../formats/spreadsheet/find-header.ts';
import type { FoundSheet } from '../../formats/spreadsheet/find-sheet.ts';
import {
  columnKeys,
  keysOf,
  surestColumns,
  type Column,
  type ColumnChoices,
  type ColumnUse,
  type Header,
} from '../../formats/spreadsheet/headers.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';
import { columnNamed, joint, serviceColumns, type ServiceColumn } from './column-names.ts';
import { isVatNumber, readTaxCode, readVatCode } from './read-codes.ts';
import { readKind } from './read-kind.ts';

export type ServiceHeader = Header<ServiceColumn>;
export type ServiceColumnUse = ColumnUse<ServiceColumn>;
/** A person's choices, by the key of the column. `unused`: the column is not needed. */
export type ServiceColumnChoices = ColumnChoices<ServiceColumn>;

export const serviceColumnUseSchema = z.enum([...serviceColumns, 'unused']) as z.ZodType<ServiceColumnUse>;

/** What every list of services must have. */
export type MissingServiceColumn = 'holder' | 'kind' | 'expiry';

export type FoundServices = FoundSheet<ServiceColumn, MissingServiceColumn>;

/** A column that nobody knows: its header, its key for a choice, and some of its cells. */
export interface UnusedColumn {
  readonly header: string;
  readonly index: number;
  readonly key: string;
  readonly samples: readonly string[];
}

/** The columns in use. A field has one column, but any number of columns can be notes. */
function columnsOf(
  headers: readonly string[],
  keys: readonly string[],
  choices: ServiceColumnChoices,
): readonly Column<ServiceColumn>[] {
  const best = surestColumns(headers, keys, choices, columnNamed);
  const notes = headers.flatMap((header, index) =>
    (choices.get(keys[index] ?? '') ?? columnNamed(header)?.field) === 'note'
      ? [{ field: 'note' as const, header: cleanCell(header), index }]
      : [],
  );
  return [...[...best.values()].filter(({ field }) => field !== 'note'), ...notes]
    .map(({ field, header, index }) => ({ field, header, index }))
    .sort((a, b) => a.index - b.index);
}

const isShort = (cell: string): boolean => cell !== '' && cell.length < 60;

const isCode = (cell: string): boolean =>
  [readVatCode(cell), readTaxCode(cell)].some((codes) => codes.ok && Object.keys(codes.value).length > 0);

/** Whether a row is already a service: it has a date, and a code or a kind. */
function isRecord({ cells }: SheetRow): boolean {
  const short = cells.map((cell) => (cell.length < 300 ? cleanCell(cell) : '')).filter(isShort);
  return (
    short.some((cell) => writtenDate(cell) !== undefined) &&
    short.some((cell) => isCode(cell) || readKind(cell) !== undefined)
  );
}

/** The columns of a list without headers: codes, kinds and the first date are recognised. */
function guess(rows: readonly SheetRow[], width: number): ServiceColumnChoices {
  const found = new Map<ServiceColumn, string>();
  for (let index = 0; index < width; index += 1) {
    const cells = rows.map(({ cells: all }) => cleanCell((all[index] ?? '').slice(0, 300))).filter(isShort);
    const holds = (is: (cell: string) => boolean): boolean =>
      cells.length > 0 && cells.filter(is).length * 2 > cells.length;
    const field = holds(isVatNumber)
      ? 'vatCode'
      : holds((cell) => writtenDate(cell) !== undefined)
        ? 'expiry'
        : holds((cell) => readKind(cell) !== undefined)
          ? 'kind'
          : undefined;
    if (field !== undefined && !found.has(field)) found.set(field, `:${index + 1}`);
  }
  return new Map([...found].map(([field, key]) => [key, field]));
}

/**
 * The header of two rows. A cell above that is merged over several columns counts for each of them; a cell
 * that is merged downwards counts once.
 */
function joinHeaders(above: readonly string[], below: readonly string[]): readonly string[] {
  const width = Math.max(above.length, below.length);
  let last = '';
  return Array.from({ length: width }, (_, index) => {
    const upper = cleanCell(above[index] ?? '');
    const lower = cleanCell(below[index] ?? '');
    if (upper !== '') last = shorten(upper, 28);
    if (lower === '' || lower === upper) return upper;
    return last === '' ? lower : `${last}${joint}${shorten(lower, 28)}`;
  });
}

/**
 * Service lists: what they need, and how their header is found. A `kind` of all services needs no column.
 */
export const serviceForm = (kind: ServiceKind | null): ListForm<ServiceColumn, MissingServiceColumn> => ({
  columnsOf,
  missingIn(columns) {
    const has = (field: ServiceColumn): boolean => columns.some((column) => column.field === field);
    const missing: MissingServiceColumn[] = has('holder') ? [] : ['holder'];
    if (kind === null && !has('kind') && !has('item')) missing.push('kind');
    if (!has('expiry')) missing.push('expiry');
    return missing;
  },
  isRecord,
  guess,
  join: joinHeaders,
});

/**
 * A worksheet may have cells right of its headers: a note beside a row. Their columns then belong to the
 * header, without a name, so that a person is asked about them. A text has no such columns: a row with more
 * cells than headers is malformed.
 */
export function withColumnsBeside(
  found: FoundServices,
  form: ListForm<ServiceColumn, MissingServiceColumn>,
  choices: ServiceColumnChoices,
): FoundServices {
  const { sheet, header } = found;
  const below = sheet.rows.filter(({ row }) => row > header.row);
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (sheet.separator !== null || header.row === 0 || width <= header.headers.length) return found;
  const headers = [...header.headers, ...Array.from({ length: width - header.headers.length }, () => '')];
  const columns = form.columnsOf(headers, columnKeys(headers), choices);
  return { ...found, header: { ...header, headers, columns }, missing: form.missingIn(columns) };
}

/** The cells of a column that say what a row is, at most so many rows down. */
const mostLookedAt = 5000;

const saysItems = (rows: readonly SheetRow[], header: ServiceHeader, index: number): boolean =>
  rows
    .slice(0, mostLookedAt)
    .some(({ row, cells }) => row > header.row && readKind(cleanCell(cells[index] ?? ''))?.what === 'item');

/**
 * The header after a look at the cells. A second column named like a kind says the item of a row if its
 * cells are items ("Servizio; Prodotto"). An item column without any item is only a description.
 */
export function withItemColumn(
  header: ServiceHeader,
  rows: readonly SheetRow[],
  choices: ServiceColumnChoices,
): ServiceHeader {
  const keys = keysOf(header);
  const item = header.columns.find(({ field }) => field === 'item');
  if (item !== undefined) {
    const byHand = choices.get(keys[item.index] ?? '') === 'item';
    const kindless = !header.columns.some(({ field }) => field === 'kind');
    return byHand || kindless || saysItems(rows, header, item.index)
      ? header
      : { ...header, columns: header.columns.filter((column) => column !== item) };
  }
  const used = new Set(header.columns.map(({ index }) => index));
  const second = header.headers.findIndex(
    (text, index) =>
      !used.has(index) &&
      choices.get(keys[index] ?? '') === undefined &&
      columnNamed(text)?.field === 'kind' &&
      saysItems(rows, header, index),
  );
  if (second === -1) return header;
  const columns = [
    ...header.columns,
    { field: 'item' as const, header: header.headers[second] ?? '', index: second },
  ];
  return { ...header, columns: columns.sort((a, b) => a.index - b.index) };
}

/** The most sample cells of a column that nobody knows. */
const mostSamples = 3;

/** The columns that nobody knows, and the headers of those that a person said are not needed. */
export function otherColumns(
  header: ServiceHeader,
  rows: readonly SheetRow[],
  choices: ServiceColumnChoices,
): { readonly unused: readonly UnusedColumn[]; readonly ignored: readonly string[] } {
  const used = new Set(header.columns.map(({ index }) => index));
  const unused: UnusedColumn[] = [];
  const ignored: string[] = [];
  for (const [index, key] of keysOf(header).entries()) {
    const text = header.headers[index] ?? '';
    if (used.has(index) || isAboutRow(text)) continue;
    if (choices.get(key) === 'unused') {
      ignored.push(text);
      continue;
    }
    const samples = samplesOf(rows, header, index, mostSamples);
    if (text !== '' || samples.length > 0) unused.push({ header: text, index, key, samples });
  }
  return { unused, ignored };
}
