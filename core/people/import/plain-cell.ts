import { cleanCell } from '../../formats/spreadsheet/cell.ts';
import { emailPattern } from '../person.ts';

/** A cell as people read it (see cleanCell), without single quotes around the whole of it. */
export function plainCell(cell: string): string {
  const text = cleanCell(cell);
  return text.length > 2 && text.startsWith("'") && text.endsWith("'")
    ? text.slice(1, -1).replaceAll("''", "'").trim()
    : text;
}

/**
 * Extracts the address: "Mario Rossi <m.rossi@studio.it>" and
 * "mailto:m.rossi@studio.it" -> m.rossi@studio.it.
 */
export const bareEmail = (cell: string): string => {
  const text = plainCell(cell);
  return (/<([^<>]+)>/.exec(text)?.[1] ?? text).replace(/^mailto:/i, '').trim();
};

/** A cell is looked through so far, and a row has no more addresses. */
const longestLookedAt = 1000;
const mostAddresses = 20;

/** All addresses in the cells of a row, wherever they stand. */
export const addressesIn = (cells: readonly string[]): readonly string[] =>
  cells
    .filter((cell) => cell.includes('@'))
    .flatMap((cell) => cell.slice(0, longestLookedAt).split(/[\s<>"(),:;[\]\\/|]+/))
    .map((text) => text.replace(/^'|[.']$/g, ''))
    .filter((text) => emailPattern.test(text))
    .slice(0, mostAddresses);

/** Whether a cell is an address, alone or after a name. */
export const isEmail = (cell: string): boolean =>
  cell.length < 300 && cell.includes('@') && emailPattern.test(bareEmail(cell));
