// The only file that knows papaparse.
import papa from 'papaparse/papaparse.js';
import { ok } from '../../kernel/result.ts';
import { finish, type Steps } from '../../kernel/steps.ts';
import { separators, type Separator, type SheetRow, type SheetSource } from './sheet.ts';
import { unescaped } from './write-csv.ts';

/** After this many repaired quotes all quotes are read as plain text. */
const mostRecoveries = 50;

/** Rows read in one step. */
const slice = 1000;

/** A character that no text holds. With it papaparse knows no quotes. */
const noQuote = '\u0000';

const count = (text: string, part: string): number => text.split(part).length - 1;

/**
 * Whether a cell swallowed whole rows: it holds at least as many separators as its line breaks
 * would have in separate rows.
 */
const swallowsRows = (cell: string, separator: Separator, width: number): boolean =>
  width > 1 && cell.includes('\n') && count(cell, separator) >= count(cell, '\n') * (width - 1);

/**
 * Reads rows from a text whose line ends are all `\n`. A quote that is never closed, or that swallows the
 * next rows, spoils only its own line: reading starts again on the next line, so no row is lost.
 */
function* rowsOf(text: string, separator: Separator, width: number): Steps<SheetRow[]> {
  const found: SheetRow[] = [];
  const push = (cells: readonly string[], malformed: boolean): void => {
    found.push({ row: found.length + 1, cells: cells.map(unescaped), malformed });
  };
  let recoveries = 0;
  let start: number | undefined = 0;
  while (start !== undefined) {
    const rest: string = text.slice(start);
    const literal = recoveries > mostRecoveries;
    const pause = found.length + slice;
    let resume: number | undefined;
    let recordStart = 0;
    papa.parse(rest, {
      delimiter: separator,
      newline: '\n',
      quoteChar: literal ? noQuote : '"',
      step({ data, errors, meta }, parser) {
        const lineEnd = rest.indexOf('\n', recordStart);
        const spans = lineEnd !== -1 && lineEnd + 1 < meta.cursor;
        const broken =
          errors.some((error) => error.type === 'Quotes') ||
          (spans && data.some((cell) => swallowsRows(cell, separator, width)));
        if (broken && spans) {
          push(rest.slice(recordStart, lineEnd).split(separator), true);
          resume = lineEnd + 1;
          recoveries += 1;
          parser.abort();
          return;
        }
        push(data, broken || (literal && data.some((cell) => cell.startsWith('"'))));
        recordStart = meta.cursor;
        if (found.length < pause || recordStart >= rest.length) return;
        resume = recordStart;
        parser.abort();
      },
    });
    start = resume === undefined ? undefined : start + resume;
    yield start === undefined ? 1 : start / text.length;
  }
  return found;
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

/**
 * Reads a delimited text once for each separator (`;` `,` tab `|`), with any line ends. First comes the
 * reading that cuts the most rows to the same width; on a tie, the one with more columns. Never fails.
 */
export function textSheets(text: string): readonly SheetSource[] {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  const end = lines.length > 60_000 ? lines.lastIndexOf('\n', 60_000) : -1;
  const sample = lines.slice(0, end > 0 ? end : 60_000);
  const fits = separators.map((separator) => ({
    separator,
    ...commonWidth(finish(rowsOf(sample, separator, 0))),
  }));
  fits.sort((a, b) => b.times - a.times || b.width - a.width);
  return fits.map(
    ({ separator, width }): SheetSource =>
      function* open() {
        return ok({ name: null, separator, rows: yield* rowsOf(lines, separator, width) });
      },
  );
}
