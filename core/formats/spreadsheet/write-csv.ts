import { eachInSteps, finish, type Steps } from '../../kernel/steps.ts';

/** What nobody sees before a sign: blanks, control and format characters, quotes that a reader drops. */
const unseen = String.raw`[\s\p{C}\p{DI}\u2800"']*`;

/**
 * A text that a spreadsheet would run when it opens the file (CSV injection). Apostrophes before it do not
 * help. A minus before a number does not count: that is a number.
 */
const sign = new RegExp(`^${unseen}(?:[=+@＝＋－＠]|-(?![\\d.,]*$))`, 'u');

/** Some programs cut a blank at the start and then run the rest. */
const startsBlank = /^'*[\t\r\n]/;

const runs = (text: string): boolean => sign.test(text) || startsBlank.test(text);

/**
 * Where another program may cut a cell: it may take another separator, or know no quotes. A line end is a cut
 * too.
 */
const cut = /([;,\t|\r\n])/;

/** Changes the beginning of a cell, and each place after a cut. */
function mapStarts(text: string, change: (part: string, runsThere: boolean) => string): string {
  if (!cut.test(text)) return change(text, runs(text));
  return text
    .split(cut)
    .map((part, index) => (index === 0 ? change(part, runs(text)) : change(part, sign.test(part))))
    .join('');
}

/**
 * Adds an apostrophe before each formula, so that the spreadsheet reads a text, as if typed into a cell. Also
 * a formula after a separator counts: a program that cuts there would run it. `unescaped` removes them.
 */
const escaped = (text: string): string =>
  mapStarts(text, (part, runsThere) => (runsThere ? `'${part}` : part));

/**
 * The cell as it was before `escaped`. Other apostrophes stay as they are: `'Ndrangheta`.
 */
export const unescaped = (cell: string): string =>
  cell.includes("'")
    ? mapStarts(cell, (part, runsThere) => (runsThere && part.startsWith("'") ? part.slice(1) : part))
    : cell;

/** A figure is the same number with quotes and without, and its comma hides no formula. */
const figure = /^-?[\d.,]+$/;
const needsQuotes = /[;,\t|"\r\n]|^[\s\p{C}\p{DI}]|\s$/u;

const quoted = (text: string): string =>
  needsQuotes.test(text) && !figure.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const rowText = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(escaped(cell))).join(';')}\r\n`;

/**
 * Writes a table as CSV for Italian spreadsheets: semicolons, UTF-8 with a byte order mark, Windows line
 * ends. No cell runs as a formula, whichever separator a program takes. `rowAt` gives one of `count` rows.
 */
export function* writeCsvInSteps(count: number, rowAt: (index: number) => readonly string[]): Steps<string> {
  const rows = yield* eachInSteps(count, (index) => rowText(rowAt(index)));
  return `\ufeff${rows.join('')}`;
}

/** The same at once, for rows that are there. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  finish(writeCsvInSteps(rows.length, (index) => rows[index] ?? []));
