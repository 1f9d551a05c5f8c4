// The only file that knows papaparse.
import papa from 'papaparse/papaparse.js';

const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** One record with its row in the spreadsheet: 1-based, titles and empty rows counted, a cell with line breaks is still one row. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
  /** A quote is opened or closed where it cannot be: the cells of this row are not to be trusted. */
  readonly malformed: boolean;
}

/** How often a quote left open is taken back before all quotes are read as plain text. */
const mostRecoveries = 50;

/** No text holds it: papaparse has then no quotes at all. */
const noQuote = '\u0000';

const count = (text: string, part: string): number => text.split(part).length - 1;

/** A cell that swallowed whole rows: as many separators as the line breaks in it would have had in rows of their own. */
const swallowsRows = (cell: string, separator: Separator, width: number): boolean =>
  width > 1 && cell.includes('\n') && count(cell, separator) >= count(cell, '\n') * (width - 1);

/**
 * Records of a text whose line ends are all `\n`. A quote that is never closed, or that swallows the next rows, spoils its own
 * line only: reading starts again on the line after it, so that no row is lost.
 */
function records(text: string, separator: Separator, width: number): CsvRecord[] {
  const found: CsvRecord[] = [];
  const push = (cells: readonly string[], malformed: boolean): void => {
    found.push({ row: found.length + 1, cells, malformed });
  };
  let start: number | undefined = 0;
  for (let recoveries = 0; start !== undefined; recoveries += 1) {
    const rest: string = text.slice(start);
    const literal = recoveries > mostRecoveries;
    let resume: number | undefined;
    let recordStart = 0;
    papa.parse(rest, {
      delimiter: separator,
      newline: '\n',
      quoteChar: literal ? noQuote : '"',
      step({ data, errors, meta }, parser) {
        const lineEnd = rest.indexOf('\n', recordStart);
        const spans = lineEnd !== -1 && lineEnd + 1 < meta.cursor;
        const broken = errors.some((error) => error.type === 'Quotes') || (spans && data.some((cell) => swallowsRows(cell, separator, width)));
        if (broken && spans) {
          push(rest.slice(recordStart, lineEnd).split(separator), true);
          resume = lineEnd + 1;
          parser.abort();
          return;
        }
        push(data, broken || (literal && data.some((cell) => cell.startsWith('"'))));
        recordStart = meta.cursor;
      },
    });
    start = resume === undefined ? undefined : start + resume;
  }
  return found;
}

/** The commonest number of cells above one, with how many records have it. */
function commonWidth(list: readonly CsvRecord[]): { readonly width: number; readonly times: number } {
  const times = new Map<number, number>();
  for (const { cells } of list) if (cells.length > 1) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  let best = { width: 1, times: 0 };
  for (const [width, seen] of times) if (seen > best.times || (seen === best.times && width > best.width)) best = { width, times: seen };
  return best;
}

export interface Csv {
  readonly separator: Separator;
  readonly records: readonly CsvRecord[];
}

/**
 * The readings of a delimited text, one for each separator (`;` `,` tab `|`), whatever its line ends: first the one that cuts
 * the most rows to one same width, on a tie into more columns. Lazy, and never fails.
 */
export function* readings(text: string): Generator<Csv, void> {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  const end = lines.length > 60_000 ? lines.lastIndexOf('\n', 60_000) : -1;
  const sample = lines.slice(0, end > 0 ? end : 60_000);
  const fits = separators.map((separator) => ({ separator, ...commonWidth(records(sample, separator, 0)) }));
  fits.sort((a, b) => b.times - a.times || b.width - a.width);
  for (const { separator, width } of fits) yield { separator, records: records(lines, separator, width) };
}
