import { err, ok, type Result } from '../../kernel/result.ts';
import { z } from '../../kernel/parse.ts';
import { cleanCell, shorten } from '../../formats/spreadsheet/cell.ts';
import { columnFields, fieldNamed, headerKey, type ColumnField } from './column-names.ts';
import { emailPattern } from '../person.ts';
import type { SheetRow } from '../../formats/spreadsheet/sheet.ts';

/** A column in use: its field, its header as written, its place from 0. */
export interface Column {
  readonly field: ColumnField;
  readonly header: string;
  readonly index: number;
}

/** What a person said that a column is; `unused` also where its name would say more. */
export type ColumnUse = ColumnField | 'unused';

export const columnUseSchema = z.enum([...columnFields, 'unused']);

/** The key of a column with a header: see columnKeys. */
export const columnKeySchema = z.string().regex(/^[a-z0-9]{1,60}(?::\d{1,4})?$/);

/** Choices by hand, by the key of a column (see columnKeys). */
export type ColumnChoices = ReadonlyMap<string, ColumnUse>;

/**
 * The header row of a staff list with the columns in use. `row` is 0 where the list has none: `headers` are
 * then A, B, C.
 */
export interface Header {
  readonly row: number;
  readonly headers: readonly string[];
  readonly columns: readonly Column[];
}

export type MissingColumn = 'email' | 'name' | 'given-name' | 'family-name';

/**
 * The list cannot be read as it is: which columns it lacks, and the best header that it has, to be completed
 * by hand.
 */
export interface HeaderRefusal {
  readonly reason: 'missing-columns';
  readonly missing: readonly MissingColumn[];
  readonly nearest: Header;
}

/** Rows above the header: titles, dates of print, empty rows. */
const mostTitleRows = 50;

/**
 * The key of each column, under which a choice for it is remembered: its header's letters and digits, with a
 * number where
 * another column of the row has the same. A column without a header has its place, which no header can be:
 * `:3`.
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

/** The schemes that a name can be written in: a list is read by one of them. */
const wholeNames: readonly ColumnField[] = ['full-name', 'family-first'];
const nameParts: readonly ColumnField[] = ['given-name', 'family-name'];

interface Candidate extends Column {
  /** The lower the surer; a choice by hand is below all. */
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

/** The columns in use. `keys` are those of `headers`; what a person chose comes before what the names say. */
function columnsOf(
  headers: readonly string[],
  keys: readonly string[],
  choices: ColumnChoices,
): readonly Column[] {
  const best = candidates(headers, keys, choices);
  const has = (field: ColumnField): boolean => best.has(field);
  const isChosen = (field: ColumnField): boolean => best.get(field)?.rank === chosen;
  const full = best.get('full-name');
  // "Name; Surname": beside a family name, a name is a given name.
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

/** 0 -> A, 25 -> Z, 26 -> AA: as a spreadsheet names its columns. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/**
 * A list whose first row is a person already: its columns have letters and no names, and only a person can
 * say what they are.
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

/** The key of each column of this header: a list without a header has places only. */
export const keysOf = ({ row, headers }: Header): readonly string[] =>
  row === 0 ? headers.map((_, index) => `:${index + 1}`) : columnKeys(headers);

/**
 * The first row with an e-mail column and a name is the header, or the row below it where that says more
 * (headers of two rows);
 * what stands above are titles. Names are recognised in Italian and English, as payroll programs, Google
 * Workspace and
 * Microsoft 365 write them; what a person chose for a column comes first. Refuses a list that lacks one, with
 * the nearest header.
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

/** The header completed by hand, where the row is known already. */
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

/** A header printed again further down, as page by page exports do. `cells` are clean. */
export const repeatsHeader = (header: Header, cells: readonly string[]): boolean =>
  header.columns.every((column) => cells[column.index] === column.header);
