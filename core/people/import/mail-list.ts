import { cleanCell } from '../../formats/spreadsheet/cell.ts';
import type { Sheet, SheetRow } from '../../formats/spreadsheet/sheet.ts';
import type { ColumnChoices } from './columns.ts';
import { mostLookedAt, orderVoted } from './name-order.ts';
import { isEmail } from './plain-cell.ts';

/** A sheet whose rows are a name and an address, and what its two columns are. */
export interface MailList {
  readonly sheet: Sheet;
  readonly choices: ColumnChoices;
}

const receiver = /^\s*(?:to|cc|bcc|ccn|a|from|da)\s*:\s*/i;
const between = /^[\s,;]+/;
const entry = /([^<>;|\t]{0,200})<([^<>\s]{3,300})>/y;
const longestLine = 200_000;
/** The first person of such a list stands near its top. */
const mostAbove = 50;

/** The people of one line: a name and an address each. Empty if the line holds anything else. */
function entriesIn(line: string): readonly (readonly [name: string, address: string])[] {
  const entries: (readonly [string, string])[] = [];
  const text = line.length > longestLine ? '' : line.replace(receiver, '');
  let at = 0;
  while (at < text.length) {
    const gap = between.exec(text.slice(at, at + 20))?.[0].length ?? 0;
    entry.lastIndex = at + gap;
    const found = entry.exec(text);
    if (found === null) return text.slice(at + gap).trim() === '' ? entries : [];
    const [, name = '', address = ''] = found;
    // Cells that stand beside one another: "Rossi,Mario,Mario Rossi <m.rossi@x.it>".
    if (!isEmail(address) || name.split(',').length > 2) return [];
    entries.push([cleanCell(name.replaceAll('"', '')), address]);
    at = entry.lastIndex;
  }
  return entries;
}

/** The text of a row before it was cut at its separators. */
const lineOf = ({ cells }: SheetRow, separator: Sheet['separator']): string =>
  cells.join(separator ?? ';').replaceAll(/[;\s]+$/g, '');

/**
 * The people of an e-mail's address line, one below the other: "Mario Rossi <m.rossi@studio.it>", one a line
 * or several with semicolons or commas. A line that is none stays a row, so that it is rejected and seen.
 * Undefined if fewer than two of three lines are such people: then it is another list.
 */
export function mailListIn(sheet: Sheet): MailList | undefined {
  if (!sheet.rows.slice(0, mostAbove).some(({ cells }) => cells.some((cell) => cell.includes('<'))))
    return undefined;
  let people = 0;
  let others = 0;
  const read = sheet.rows.map((row) => {
    const line = lineOf(row, sheet.separator);
    const entries = line.includes('<') ? entriesIn(line) : [];
    if (entries.length > 0) people += 1;
    else if (line.trim() !== '') others += 1;
    return { row, line, entries };
  });
  if (people === 0 || people < others * 2) return undefined;
  const several = read.some(({ entries }) => entries.length > 1);
  const cells = read.flatMap(({ row, line, entries }) =>
    entries.length > 0
      ? entries.map((pair) => ({ row: row.row, cells: [...pair] }))
      : [{ row: row.row, cells: [line] }],
  );
  const rows = cells.map(({ row, cells: own }, index) => ({
    row: several ? index + 1 : row,
    cells: own,
    malformed: false,
  }));
  const names = rows.slice(0, mostLookedAt).map(({ cells: [name = '', email = ''] }) => ({ name, email }));
  const field = orderVoted(names) === 'family-first' ? 'family-first' : 'full-name';
  return {
    sheet: { ...sheet, rows },
    choices: new Map([
      [':1', field],
      [':2', 'email'],
    ]),
  };
}
