/**
 * A text that a spreadsheet would run when it opens the file (CSV injection), also where apostrophes stand
 * before it already.
 * A minus before a number is a number.
 */
const runs = /^'*(?:[=+@\t\r＝＋－＠]|-(?![\d.,]*$))/;

/** An apostrophe makes a text of it, as one typed into a cell does; `unescaped` takes it off again. */
const escaped = (text: string): string => (runs.test(text) ? `'${text}` : text);

/** The cell as it was before `escaped`; any other is left alone: `'Ndrangheta`. */
export const unescaped = (cell: string): string =>
  cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell;

const quoted = (text: string): string =>
  /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * A table as CSV for Italian spreadsheets: semicolons, UTF-8 with its mark, Windows line ends, nothing that
 * runs as a formula.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map((cell) => quoted(escaped(cell))).join(';')}\r\n`).join('')}`;
