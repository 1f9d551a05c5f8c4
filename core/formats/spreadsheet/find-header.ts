import { err, ok, type Result } from '../../kernel/result.ts';
import { cleanCell, shorten } from './cell.ts';
import { columnKeys, columnLetters, type Column, type ColumnChoices, type Header } from './headers.ts';
import { isEmptyRow } from './row.ts';
import type { SheetRow } from './sheet.ts';

/** What a kind of list (staff, services) knows about its headers. `M` names what a list may lack. */
export interface ListForm<F extends string, M> {
  /** The columns in use. `keys` are the keys of `headers`. A person's choice wins over the column's name. */
  readonly columnsOf: (
    headers: readonly string[],
    keys: readonly string[],
    choices: ColumnChoices<F>,
  ) => readonly Column<F>[];
  /** The columns that a person must still name. */
  readonly missingIn: (columns: readonly Column<F>[]) => readonly M[];
  /** Whether a row is already data. A list that begins with such a row has no header. */
  readonly isRecord: (row: SheetRow) => boolean;
  /** The columns of a list without a header that its cells reveal, by place (see columnKeys). */
  readonly guess: (rows: readonly SheetRow[], width: number) => ColumnChoices<F>;
  /** The header that two rows make together. Absent if this kind of list never has one. */
  readonly join?: (above: readonly string[], below: readonly string[]) => readonly string[];
}

/**
 * The list cannot be read as it is: the columns that it lacks, and its best header,
 * which a person can complete.
 */
export interface HeaderRefusal<F extends string, M> {
  readonly reason: 'missing-columns';
  readonly missing: readonly M[];
  readonly nearest: Header<F>;
}

/** The most rows above the header: titles, print dates, empty rows. */
const mostTitleRows = 50;

function headerOf<F extends string, M>(
  form: ListForm<F, M>,
  row: number,
  cells: readonly string[],
  choices: ColumnChoices<F>,
): Header<F> {
  const headers = cells.map((cell) => shorten(cleanCell(cell), 60));
  return { row, headers, columns: form.columnsOf(headers, columnKeys(headers), choices) };
}

/**
 * The header of a list whose first row is already data. Its columns are named by letters, and only a
 * person can say what they are. Some are guessed from the cells.
 */
function withoutHeader<F extends string, M>(
  form: ListForm<F, M>,
  rows: readonly SheetRow[],
  choices: ColumnChoices<F>,
): Header<F> {
  const sample = rows.slice(0, mostTitleRows);
  const headers = Array.from(
    { length: Math.max(0, ...sample.map(({ cells }) => cells.length)) },
    (_, index) => columnLetters(index),
  );
  const keys = headers.map((_, index) => `:${index + 1}`);
  const guess: ColumnChoices<F> = new Map([
    // Letters are no names: the column AL is not the last day ("al") of anybody.
    ...keys.map((key) => [key, 'unused'] as const),
    ...form.guess(sample, headers.length),
    ...[...choices].filter(([key]) => keys.includes(key)),
  ]);
  return { row: 0, headers, columns: form.columnsOf(headers, keys, guess) };
}

const refusal = <F extends string, M>(
  form: ListForm<F, M>,
  nearest: Header<F>,
): Result<never, HeaderRefusal<F, M>> =>
  err({ reason: 'missing-columns', missing: form.missingIn(nearest.columns), nearest });

/** What else may be the header: the row below, and both rows together if the form joins rows. */
function rivals<F extends string, M>(
  form: ListForm<F, M>,
  below: SheetRow | undefined,
  cells: readonly string[],
  choices: ColumnChoices<F>,
): readonly Header<F>[] {
  if (below === undefined) return [];
  const single = headerOf(form, below.row, below.cells, choices);
  if (form.join === undefined || form.isRecord(below)) return [single];
  return [single, headerOf(form, below.row, form.join(cells, below.cells), choices)];
}

/** The most title rows that look like a record: the firm's own address, who keeps the list. */
const mostRecordTitles = 2;

/**
 * The complete header of a list that begins with a row like a record, if that row is a title. Above a header
 * are few such rows, and below it there are more. Otherwise the list has no header, and every row is data.
 */
function headerBelowTitles<F extends string, M>(
  form: ListForm<F, M>,
  rows: readonly SheetRow[],
  choices: ColumnChoices<F>,
): Header<F> | undefined {
  let above = 0;
  for (const [at, record] of rows.slice(0, mostTitleRows + 1).entries()) {
    if (form.isRecord(record)) {
      above += 1;
      if (above > mostRecordTitles) return undefined;
      continue;
    }
    const header = headerOf(form, record.row, record.cells, choices);
    if (form.missingIn(header.columns).length > 0) continue;
    const below = rows.slice(at + 1, at + 1 + mostTitleRows).filter(form.isRecord).length;
    return below > above ? header : undefined;
  }
  return undefined;
}

/**
 * Finds the header: the first row with all needed columns. The row below it wins if it names more columns,
 * and so do both rows together if the form joins rows. Rows above it are titles. A list whose first row is a
 * record has no header, unless a complete one follows soon. Refuses a list without a needed column, and gives
 * the nearest header.
 */
export function findHeaderOf<F extends string, M>(
  form: ListForm<F, M>,
  rows: readonly SheetRow[],
  choices: ColumnChoices<F>,
): Result<Header<F>, HeaderRefusal<F, M>> {
  const isComplete = ({ columns }: Header<F>): boolean => form.missingIn(columns).length === 0;
  const firstFilled = rows.find((row) => !isEmptyRow(row));
  let nearest = headerOf(form, firstFilled?.row ?? 1, firstFilled?.cells ?? [], choices);
  if (firstFilled !== undefined && form.isRecord(firstFilled)) {
    const below = headerBelowTitles(form, rows, choices);
    if (below !== undefined) return ok(below);
    const header = withoutHeader(form, rows, choices);
    return isComplete(header) ? ok(header) : refusal(form, header);
  }
  for (const [at, { row, cells }] of rows.slice(0, mostTitleRows + 1).entries()) {
    const header = headerOf(form, row, cells, choices);
    const better =
      isComplete(header) || form.join !== undefined ? rivals(form, rows[at + 1], cells, choices) : [];
    const found = [header, ...better].filter(isComplete);
    const best = found.sort((a, b) => b.columns.length - a.columns.length)[0];
    // The row below alone gets its own turn: a second row of its header may follow it.
    if (best !== undefined && (isComplete(header) || better.indexOf(best) === 1)) return ok(best);
    if (header.columns.length > nearest.columns.length) nearest = header;
  }
  return refusal(form, nearest);
}

/** The header after a person's choices, if its row is already known. Refuses it as findHeaderOf does. */
export function chooseColumnsOf<F extends string, M>(
  form: ListForm<F, M>,
  header: Header<F>,
  rows: readonly SheetRow[],
  choices: ColumnChoices<F>,
): Result<Header<F>, HeaderRefusal<F, M>> {
  const next =
    header.row === 0
      ? withoutHeader(form, rows, choices)
      : { ...header, columns: form.columnsOf(header.headers, columnKeys(header.headers), choices) };
  return form.missingIn(next.columns).length === 0 ? ok(next) : refusal(form, next);
}
