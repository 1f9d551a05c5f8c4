// The only file that knows papaparse.
import papa from 'papaparse/papaparse.js';
import { err, ok, type Result } from '../../kernel/result.ts';
import { finish, type Steps } from '../../kernel/steps.ts';
import { sheetBudget, Spending, tooManyColumns, type BudgetRefusal } from './budget.ts';
import { separators, type Separator, type SheetRow, type SheetSource } from './sheet.ts';
import { unescaped } from './write-csv.ts';

/** After this many repaired quotes all quotes are read as plain text. */
const mostRecoveries = 50;

/**
 * Characters read in one step. A record that is longer is broken: no spreadsheet has a cell of more than
 * 32,767. papaparse looks for quotes and separators up to the end of what it gets, so it never gets the
 * whole text.
 */
const step = 262_144;

/** A character that no text holds. With it papaparse knows no quotes. */
const noQuote = '\u0000';

const count = (text: string, part: string): number => text.split(part).length - 1;

/**
 * Whether a cell swallowed whole rows: it holds at least as many separators as its line breaks
 * would have in separate rows.
 */
const swallowsRows = (cell: string, separator: Separator, width: number): boolean =>
  width > 1 && cell.includes('\n') && count(cell, separator) >= count(cell, '\n') * (width - 1);

/** Where a step ends: at the end of a line, or of a line that is longer than a step. */
function stepEnd(text: string, start: number): number {
  if (text.length - start <= step) return text.length;
  const before = text.lastIndexOf('\n', start + step);
  if (before > start) return before;
  const after = text.indexOf('\n', start + step);
  return after === -1 ? text.length : after;
}

/** Whether a text has more separators than a row may have. It stops counting there. */
function hasTooManyColumns(text: string, separator: Separator): boolean {
  let found = 0;
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) {
    found += 1;
    if (found >= sheetBudget.columns) return true;
  }
  return false;
}

interface Cutting {
  readonly separator: Separator;
  /** The common number of cells; 0 if it is not known yet. */
  readonly width: number;
  readonly spending: Spending;
}

/** The rows that begin in a part of a text, and where the next part begins. */
interface PartRows {
  readonly next: number;
  readonly recovered: boolean;
  readonly refusal: BudgetRefusal | undefined;
}

/** Reads rows from `part`, until its end or until broken quotes. */
function readPart(
  part: string,
  { separator, width, spending }: Cutting,
  {
    literal,
    isLast,
    rows,
  }: { readonly literal: boolean; readonly isLast: boolean; readonly rows: SheetRow[] },
): PartRows {
  let next = part.length + 1;
  let recovered = false;
  let refusal: BudgetRefusal | undefined;
  let recordStart = 0;
  const push = (cells: readonly string[], malformed: boolean): void => {
    const row = rows.length + 1;
    refusal = spending.addCells(row, cells);
    rows.push({ row, cells: cells.map(unescaped), malformed });
  };
  // papaparse finds no row in an empty text.
  if (part === '') push([''], false);
  papa.parse(part, {
    delimiter: separator,
    newline: '\n',
    quoteChar: literal ? noQuote : '"',
    step({ data, errors, meta }, parser) {
      const lineEnd = part.indexOf('\n', recordStart);
      const spans = lineEnd !== -1 && lineEnd + 1 < meta.cursor;
      const openQuote = errors.some((error) => error.type === 'Quotes');
      // The part may end inside a quoted cell: the next part begins with this record.
      if (openQuote && !isLast && recordStart > 0 && meta.cursor >= part.length) {
        next = recordStart;
        parser.abort();
        return;
      }
      const broken = openQuote || (spans && data.some((cell) => swallowsRows(cell, separator, width)));
      if (broken && spans) {
        push(part.slice(recordStart, lineEnd).split(separator), true);
        next = lineEnd + 1;
        recovered = true;
        parser.abort();
        return;
      }
      push(data, broken || (literal && data.some((cell) => cell.startsWith('"'))));
      recordStart = meta.cursor;
      if (refusal !== undefined) parser.abort();
    },
  });
  return { next, recovered, refusal };
}

/**
 * Reads rows from a text whose line ends are all `\n`. A quote that is never closed, or that swallows the
 * next rows, spoils only its own line: reading starts again on the next line, so no row is lost.
 */
function* rowsOf(text: string, cutting: Cutting): Steps<Result<SheetRow[], BudgetRefusal>> {
  const rows: SheetRow[] = [];
  let recoveries = 0;
  let start = 0;
  while (text !== '' && start <= text.length) {
    const end = stepEnd(text, start);
    const part = text.slice(start, end);
    if (part.length > step && hasTooManyColumns(part, cutting.separator))
      return err(tooManyColumns(rows.length + 1));
    const literal = recoveries > mostRecoveries;
    const read = readPart(part, cutting, { literal, isLast: end === text.length, rows });
    if (read.refusal !== undefined) return err(read.refusal);
    if (read.recovered) recoveries += 1;
    start += read.next;
    yield Math.min(1, start / text.length);
  }
  return ok(rows);
}

function hasMoreLines(text: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** Separators, blanks and line ends, as character codes. */
const blanks: ReadonlySet<number> = new Set(Array.from(';,|\t\n ', (sign) => sign.charCodeAt(0)));

/**
 * The lines to read. If there are more than the budget allows, the blank ones at the end do not count:
 * spreadsheets write them by the hundred thousand, with separators, for rows that hold nothing.
 */
function linesToRead(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!hasMoreLines(lines, sheetBudget.rows)) return lines;
  let end = lines.length;
  while (end > 0 && blanks.has(lines.charCodeAt(end - 1))) end -= 1;
  const lineEnd = lines.indexOf('\n', end);
  return lineEnd === -1 ? lines : lines.slice(0, lineEnd);
}

/** The most common number of cells above one, and how many rows have it. */
function commonWidth(list: readonly SheetRow[]): { readonly width: number; readonly times: number } {
  const times = new Map<number, number>();
  for (const { cells } of list)
    if (cells.length > 1) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  let best = { width: 1, times: 0 };
  for (const [width, seen] of times)
    if (seen > best.times || (seen === best.times && width > best.width)) best = { width, times: seen };
  return best;
}

/** The first lines of a text, by which its separator is found. They do not count. */
function sampleWidth(sample: string, separator: Separator): ReturnType<typeof commonWidth> {
  const rows = finish(rowsOf(sample, { separator, width: 0, spending: new Spending() }));
  return commonWidth(rows.ok ? rows.value : []);
}

/**
 * Reads a delimited text once for each separator (`;` `,` tab `|`), with any line ends. First comes the
 * reading that cuts the most rows to the same width; on a tie, the one with more columns. Refuses a text
 * beyond the budget.
 */
export function textSheets(text: string): readonly SheetSource[] {
  const lines = linesToRead(text);
  const end = lines.length > 60_000 ? lines.lastIndexOf('\n', 60_000) : -1;
  const sample = lines.slice(0, end > 0 ? end : 60_000);
  const fits = separators.map((separator) => ({ separator, ...sampleWidth(sample, separator) }));
  fits.sort((a, b) => b.times - a.times || b.width - a.width);
  return fits.map(
    ({ separator, width }): SheetSource =>
      function* open() {
        const rows = yield* rowsOf(lines, { separator, width, spending: new Spending() });
        return rows.ok ? ok({ name: null, separator, rows: rows.value }) : rows;
      },
  );
}
