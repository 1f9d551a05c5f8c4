// A part of the XLSX reader, which is written by hand for the reason at the head of xlsx.ts.
import { addDays, type Day } from '../../kernel/day.ts';
import type { Steps } from '../../kernel/steps.ts';
import type { SheetRow } from './sheet.ts';
import { attribute, plain, tagsOf, type XmlTag } from './xml.ts';

/** What the cells of every worksheet refer to. `dateStyles`: the styles that show a number as a day. */
export interface Workbook {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  /** True if days are counted from 1904, as old Excel for the Mac did. */
  readonly from1904: boolean;
}

/** More columns than any list has. One cell in the last of 16,384 columns must not make a row that long. */
const mostColumns = 512;

/** The most cells that all merged regions may fill together. */
const mostFilled = 200_000;

/** `BC12` -> column 54 and row 12, both counted from 1. Undefined if the text is not a cell. */
function placeOf(
  reference: string | undefined,
): { readonly column: number; readonly row: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference ?? '');
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { column, row: Number(match[2]) };
}

/**
 * Excel's day number as the day itself. Excel believes that 29 February 1900 existed, so the days
 * before it are shifted by one.
 */
function dayText(serial: number, from1904: boolean): string {
  const whole = Math.floor(serial);
  if (whole < 0 || whole > 2_958_465) return String(serial);
  if (from1904) return addDays('1904-01-01' as Day, whole);
  return whole === 0 ? '' : addDays('1899-12-30' as Day, whole < 60 ? whole + 1 : whole);
}

/** A cell while its tags are read. */
interface Cell {
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  formula: string;
}

function textOf(cell: Cell, book: Workbook): string {
  const { type, value } = cell;
  if (type === 'inlineStr') return cell.inline;
  // A formula without a computed value is shown as a formula, so that it is not taken for a name or a date.
  if (value === '') return cell.formula === '' ? '' : `=${cell.formula}`;
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'VERO' : 'FALSO';
  if (type === 'n' && book.dateStyles.has(cell.style) && Number.isFinite(Number(value)))
    return dayText(Number(value), book.from1904);
  return value;
}

/**
 * Reads the rows of a worksheet that hold anything, with the row numbers that Excel shows. A
 * cell merged downwards counts for each of its rows: this reads headers of two rows, and a
 * department beside several people.
 */
export function* readWorksheet(xml: string, book: Workbook): Steps<readonly SheetRow[]> {
  const rows: { readonly row: number; readonly cells: string[]; malformed: boolean }[] = [];
  const merged: string[] = [];
  let row = 0;
  let column = 0;
  let cells: string[] = [];
  let malformed = false;
  let cell: Cell | undefined;
  let aid = false;
  const put = (): void => {
    if (cell === undefined) return;
    const text = textOf(cell, book);
    cell = undefined;
    if (text === '') return;
    if (column > mostColumns) malformed = true;
    else {
      while (cells.length < column) cells.push('');
      cells[column - 1] = text;
    }
  };
  const endRow = (): void => {
    if (cells.length > 0 || malformed) rows.push({ row, cells, malformed });
    cells = [];
    malformed = false;
  };
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'row' && tag.kind !== 'close') {
      row = nextRow(row, attribute(tag, 'r'));
      column = 0;
      if (row % 1000 === 0) yield tag.end / xml.length;
    } else if (tag.name === 'row') endRow();
    else if (tag.name === 'c' && tag.kind === 'open') {
      column = placeOf(attribute(tag, 'r'))?.column ?? column + 1;
      cell = {
        type: attribute(tag, 't') ?? 'n',
        style: Number(attribute(tag, 's') ?? 0),
        value: '',
        inline: '',
        formula: '',
      };
    } else if (tag.name === 'c' && tag.kind === 'close') put();
    else if (tag.name === 'c') column = placeOf(attribute(tag, 'r'))?.column ?? column + 1;
    else if (tag.name === 'rPh') aid = tag.kind === 'open';
    else if (tag.name === 'mergeCell') merged.push(attribute(tag, 'ref') ?? '');
    else if (cell !== undefined && tag.kind === 'open' && !aid) takeText(cell, tag);
  }
  fillMerged(rows, merged);
  return rows;
}

/**
 * The number of the next row. If the stated number does not go up, the writer made a mistake: the row is then
 * the next one, so that no row is lost.
 */
function nextRow(before: number, stated: string | undefined): number {
  const number = Number(stated ?? before + 1);
  return Number.isInteger(number) && number > before && number <= 1_048_576 ? number : before + 1;
}

function takeText(cell: Cell, tag: XmlTag): void {
  if (tag.name === 'v') cell.value += plain(tag.text);
  else if (tag.name === 't') cell.inline += plain(tag.text);
  else if (tag.name === 'f') cell.formula += plain(tag.text);
}

function fillMerged(
  rows: readonly { readonly row: number; readonly cells: string[] }[],
  merged: readonly string[],
): void {
  if (merged.length === 0) return;
  const byNumber = new Map(rows.map((entry) => [entry.row, entry.cells]));
  let filled = 0;
  for (const reference of merged) {
    const [from, to] = reference.split(':').map(placeOf);
    if (from === undefined || to === undefined || from.column > mostColumns) continue;
    const value = byNumber.get(from.row)?.[from.column - 1] ?? '';
    for (let row = from.row + 1; value !== '' && row <= to.row && filled < mostFilled; row += 1) {
      filled += 1;
      const cells = byNumber.get(row);
      if (cells === undefined) continue;
      while (cells.length < from.column) cells.push('');
      cells[from.column - 1] ||= value;
    }
  }
}
