/**
 * A text that a spreadsheet would run when it opens the file (CSV injection). Apostrophes before it do not
 * help. A minus before a number does not count: that is a number.
 */
const runs = /^'*(?:[=+@\t\r＝＋－＠]|-(?![\d.,]*$))/;

/**
 * Adds an apostrophe, so that the spreadsheet reads a text, as if typed into a cell. `unescaped` removes it.
 */
const escaped = (text: string): string => (runs.test(text) ? `'${text}` : text);

/**
 * The cell as it was before `escaped`. Other cells that begin with an apostrophe stay
 * as they are: `'Ndrangheta`.
 */
export const unescaped = (cell: string): string =>
  cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell;

const quoted = (text: string): string =>
  /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * Writes a table as CSV for Italian spreadsheets: semicolons, UTF-8 with a byte order mark, Windows line
 * ends. No cell runs as a formula.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map((cell) => quoted(escaped(cell))).join(';')}\r\n`).join('')}`;
