import { err, ok, type Result } from '../../kernel/result.ts';
import { z } from '../../kernel/parse.ts';
import { cleanCell, shorten } from '../../formats/spreadsheet/cell.ts';
import { columnFields, fieldNamed, headerKey, type ColumnField } from './column-names.ts';
import { emailPattern } from '../person.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';

/** A column in use: its field, its header as written, and its place from 0. */
export interface Column {
  readonly field: ColumnField;
  readonly header: string;
  readonly index: number;
}

/** A person's choice for a column. `unused` also holds if the column's name would name a field. */
export type ColumnUse = ColumnField | 'unused';

export const columnUseSchema = z.enum([...columnFields, 'unused']);

/** The key of a column that has a header (see columnKeys). */
export const columnKeySchema = z.string().regex(/^[a-z0-9]{1,60}(?::\d{1,4})?$/);

/** A person's choices, by the key of the column (see columnKeys). */
export type ColumnChoices = ReadonlyMap<string, ColumnUse>;

/**
 * The header row of a staff list and the columns in use. If the list has no header, `row` is
 * 0 and `headers` are A, B, C.
 */
export interface Header {
  readonly row: number;
  readonly headers: readonly string[];
  readonly columns: readonly Column[];
}

export type MissingColumn = 'email' | 'name' | 'given-name' | 'family-name';

/**
 * The list cannot be read as it is: the columns that it lacks, and its best header,
 * which a person can complete.
 */
export interface HeaderRefusal {
  readonly reason: 'missing-columns';
  readonly missing: readonly MissingColumn[];
  readonly nearest: Header;
}

/** The most rows above the header: titles, print dates, empty rows. */
const mostTitleRows = 50;

/**
 * The key of each column. A choice for the column is remembered under it. The key is the letters and digits
 * of the header, with a number if an earlier column has the same. A column without a header has its place as
 * key, `:3`: no header can be that.
 */
export function columnKeys(headers: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    const key = headerKey(header).slice(0, 60);
    if (key === '') return `:${index + 1}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}:${times}`;
  });
}

/** The two ways to write a name. A list is read in one of them. */
const wholeNames: readonly ColumnField[] = ['full-name', 'family-first'];
const nameParts: readonly ColumnField[] = ['given-name', 'family-name'];

interface Candidate extends Column {
  /** A lower rank is surer. A choice by hand is surer than all names. */
  readonly rank: number;
}

const chosen = -1;

function candidates(
  headers: readonly string[],
  keys: readonly string[],
  choices: ColumnChoices,
): Map<ColumnField, Candidate> {
  const best = new Map<ColumnField, Candidate>();
  for (const [index, header] of headers.entries()) {
    const use = choices.get(keys[index] ?? '');
    const match =
      use === undefined
        ? fieldNamed(headerKey(header))
        : use === 'unused'
          ? undefined
          : { field: use, rank: chosen };
    const rival = match && best.get(match.field);
    if (match && (rival === undefined || match.rank < rival.rank))
      best.set(match.field, { ...match, header: cleanCell(header), index });
  }
  return best;
}

/** The columns in use. `keys` are the keys of `headers`. A person's choice wins over the column's name. */
function columnsOf(
  headers: readonly string[],
  keys: readonly string[],
  choices: ColumnChoices,
): readonly Column[] {
  const best = candidates(headers, keys, choices);
  const has = (field: ColumnField): boolean => best.has(field);
  const isChosen = (field: ColumnField): boolean => best.get(field)?.rank === chosen;
  const full = best.get('full-name');
  // "Name; Surname": if there is a family name, "name" is the given name.
  if (
    full &&
    full.rank !== chosen &&
    headerKey(full.header) === 'name' &&
    has('family-name') &&
    !has('given-name')
  )
    best.set('given-name', { ...full, field: 'given-name' });
  const byHand = [...wholeNames, ...nameParts].find(isChosen);
  const parts = byHand === undefined ? nameParts.every(has) : nameParts.includes(byHand);
  const whole = wholeNames.find(isChosen) ?? (has('family-first') ? 'family-first' : 'full-name');
  const dropped = parts
    ? wholeNames
    : has(whole)
      ? [...nameParts, ...wholeNames].filter((field) => field !== whole)
      : [];
  return [...best.values()]
    .filter(({ field }) => !dropped.includes(field))
    .map(({ field, header, index }) => ({ field, header, index }))
    .sort((a, b) => a.index - b.index);
}

function missingIn(columns: readonly Column[]): MissingColumn[] {
  const has = (field: ColumnField): boolean => columns.some((column) => column.field === field);
  const missing: MissingColumn[] = has('email') ? [] : ['email'];
  if (has('full-name') || has('family-first')) return missing;
  if (!has('given-name') && !has('family-name')) return [...missing, 'name'];
  if (!has('given-name')) missing.push('given-name');
  if (!has('family-name')) missing.push('family-name');
  return missing;
}

const headerOf = (row: number, cells: readonly string[], choices: ColumnChoices): Header => {
  const headers = cells.map((cell) => shorten(cleanCell(cell), 60));
  return { row, headers, columns: columnsOf(headers, columnKeys(headers), choices) };
};

const isEmpty = ({ cells }: SheetRow): boolean => cells.every((cell) => cleanCell(cell) === '');
const isPerson = ({ cells }: SheetRow): boolean =>
  cells.some((cell) => cell.length < 300 && emailPattern.test(cleanCell(cell)));

/** 0 -> A, 25 -> Z, 26 -> AA: the names of a spreadsheet's columns. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/**
 * The header of a list whose first row is already a person. Its columns are named by letters, and only a
 * person can say what they are. The e-mail column is guessed.
 */
function withoutHeader(rows: readonly SheetRow[], choices: ColumnChoices): Header {
  const sample = rows.slice(0, mostTitleRows);
  const headers = Array.from(
    { length: Math.max(0, ...sample.map(({ cells }) => cells.length)) },
    (_, index) => letters(index),
  );
  const keys = headers.map((_, index) => `:${index + 1}`);
  const withMail = headers.findIndex((_, index) =>
    sample.some(({ cells }) => isPerson({ row: 0, cells: [cells[index] ?? ''], malformed: false })),
  );
  const guess: ColumnChoices = new Map([
    [keys[withMail] ?? '', 'email' as const],
    ...[...choices].filter(([key]) => keys.includes(key)),
  ]);
  return { row: 0, headers, columns: columnsOf(headers, keys, guess) };
}

/** The key of each column of this header. Columns of a list without a header are known by their places. */
export const keysOf = ({ row, headers }: Header): readonly string[] =>
  row === 0 ? headers.map((_, index) => `:${index + 1}`) : columnKeys(headers);

/**
 * Finds the header: the first row with an e-mail column and a name. The row below it wins if it names more
 * columns (headers of two rows). Rows above it are titles. Recognises Italian and English names, as payroll
 * programs, Google Workspace and Microsoft 365 write them; a person's choice comes first. Refuses a list
 * without a needed column, and gives the nearest header.
 */
export function findHeader(rows: readonly SheetRow[], choices: ColumnChoices): Result<Header, HeaderRefusal> {
  const firstFilled = rows.find((row) => !isEmpty(row));
  const bare = firstFilled !== undefined && isPerson(firstFilled);
  if (bare) {
    const header = withoutHeader(rows, choices);
    const missing = missingIn(header.columns);
    return missing.length === 0 ? ok(header) : err({ reason: 'missing-columns', missing, nearest: header });
  }
  let nearest = headerOf(firstFilled?.row ?? 1, firstFilled?.cells ?? [], choices);
  for (const [at, { row, cells }] of rows.slice(0, mostTitleRows + 1).entries()) {
    const header = headerOf(row, cells, choices);
    if (missingIn(header.columns).length === 0) {
      const below = rows[at + 1];
      const second = below === undefined ? header : headerOf(below.row, below.cells, choices);
      return ok(
        missingIn(second.columns).length === 0 && second.columns.length > header.columns.length
          ? second
          : header,
      );
    }
    if (header.columns.length > nearest.columns.length) nearest = header;
  }
  return err({ reason: 'missing-columns', missing: missingIn(nearest.columns), nearest });
}

/** The header after a person's choices, if its row is already known. Refuses it as findHeader does. */
export function chooseColumns(
  header: Header,
  rows: readonly SheetRow[],
  choices: ColumnChoices,
): Result<Header, HeaderRefusal> {
  const next =
    header.row === 0
      ? withoutHeader(rows, choices)
      : { ...header, columns: columnsOf(header.headers, columnKeys(header.headers), choices) };
  const missing = missingIn(next.columns);
  return missing.length === 0 ? ok(next) : err({ reason: 'missing-columns', missing, nearest: next });
}

/** Whether a row repeats the header, as exports page by page do. `cells` are clean. */
export const repeatsHeader = (header: Header, cells: readonly string[]): boolean =>
  header.columns.every((column) => cells[column.index] === column.header);
