// A part of the XLSX reader, which is written by hand for the reason at the head of xlsx.ts.
import { addDays, type Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import { sheetBudget, Spending, type BudgetRefusal } from './budget.ts';
import type { SheetRow } from './sheet.ts';
import { attribute, plain, tagsOf, type XmlTag } from './xml.ts';

/** What the cells of every worksheet refer to. `dateStyles`: the styles that show a number as a day. */
export interface Workbook {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  /** True if days are counted from 1904, as old Excel for the Mac did. */
  readonly from1904: boolean;
}

/** One cell in the last of 16,384 columns must not make a row that long. */
const mostColumns = sheetBudget.columns;

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

interface OpenRow {
  readonly row: number;
  readonly cells: string[];
  malformed: boolean;
}

/**
 * Reads the rows of a worksheet that hold anything, with the row numbers that Excel shows. A
 * cell merged downwards counts for each of its rows: this reads headers of two rows, and a
 * department beside several people. `mostRows`: the rest is left out. Refuses a worksheet beyond the budget.
 */
export function* readWorksheet(
  xml: string,
  book: Workbook,
  mostRows = Number.POSITIVE_INFINITY,
): Steps<Result<readonly SheetRow[], BudgetRefusal>> {
  const rows: OpenRow[] = [];
  const merged: string[] = [];
  const spending = new Spending();
  let refusal: BudgetRefusal | undefined;
  let open: OpenRow = { row: 0, cells: [], malformed: false };
  let column = 0;
  let cell: Cell | undefined;
  let aid = false;
  const put = (): void => {
    if (cell === undefined) return;
    const text = textOf(cell, book);
    cell = undefined;
    if (text === '') return;
    const beyond = column > mostColumns;
    refusal = spending.addCell(text.length, beyond ? 1 : placesFor(open.cells, column));
    if (beyond) open.malformed = true;
    else setCell(open.cells, column, text);
  };
  const endRow = (): void => {
    if (open.cells.length > 0 || open.malformed) {
      refusal = spending.addRow();
      rows.push(open);
    }
    open = { row: open.row, cells: [], malformed: false };
  };
  let tags = 0;
  for (const tag of tagsOf(xml)) {
    tags += 1;
    if (tags % 10_000 === 0) yield tag.end / xml.length;
    if (tag.name === 'row' && tag.kind !== 'close') {
      open = { ...open, row: nextRow(open.row, attribute(tag, 'r')) };
      column = 0;
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
    else if (tag.name === 'mergeCell') {
      refusal = spending.addCell(0);
      merged.push(attribute(tag, 'ref') ?? '');
    } else if (cell !== undefined && tag.kind === 'open' && !aid) takeText(cell, tag);
    if (refusal !== undefined) return err(refusal);
    if (rows.length >= mostRows) break;
  }
  refusal = fillMerged(rows, merged, spending);
  return refusal === undefined ? ok(rows) : err(refusal);
}

/** The places that a row grows by if this cell is set; at least one. */
const placesFor = (cells: readonly string[], column: number): number => Math.max(1, column - cells.length);

/** Sets one cell of a row. `column` counts from 1. */
function setCell(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column - 1] = text;
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

/** Fills merged regions downwards. Only rows that hold anything are filled, and each filled cell counts. */
function fillMerged(
  rows: readonly OpenRow[],
  merged: readonly string[],
  spending: Spending,
): BudgetRefusal | undefined {
  const places = new Map(rows.map(({ row }, index) => [row, index]));
  for (const reference of merged) {
    const [from, to] = reference.split(':').map(placeOf);
    if (from === undefined || to === undefined || from.column > mostColumns) continue;
    const first = places.get(from.row);
    const value = first === undefined ? '' : (rows[first]?.cells[from.column - 1] ?? '');
    if (first === undefined || value === '') continue;
    for (let index = first + 1; (rows[index]?.row ?? Number.POSITIVE_INFINITY) <= to.row; index += 1) {
      const cells = rows[index]?.cells ?? [];
      const refusal = spending.addCell(value.length, placesFor(cells, from.column));
      if (refusal !== undefined) return refusal;
      if ((cells[from.column - 1] ?? '') === '') setCell(cells, from.column, value);
    }
  }
  return undefined;
}
