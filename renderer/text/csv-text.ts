/** A cell that a spreadsheet would take for a formula gets a quote before it; a negative amount is none. */
const formula = /^[=+@\t\r]|^-(?![\d.,]+$)/;

function cellOf(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as Italian spreadsheets open it: semicolons, CRLF, UTF-8 with its mark; no cell can act as a formula. */
export const csvText = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`;
