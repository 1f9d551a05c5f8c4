import type { Cents } from '../../kernel/cents.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import { eachInSteps, finish, within, type Steps } from '../../kernel/steps.ts';
import { zipTextsInSteps } from '../zip/zip.ts';

/** A cell: a text (never run as a formula), a day, a number, an amount in cents (shown in euro), or empty. */
export type XlsxCell =
  | { readonly text: string }
  | { readonly day: Day }
  | { readonly number: number }
  | { readonly amount: Cents }
  | null;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Escapes a text for XML. Characters that XML cannot hold are written as Excel writes them: `_x0007_`. A text
 * that already looks like that keeps its underscore.
 */
const escapeXml = (text: string): string =>
  text
    .replaceAll(/_x[\da-f]{4}_/gi, '_x005F$&')
    .replaceAll(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (char) => `_x${char.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The styles of days, of the header and of amounts: their places in `styles`. */
const dayStyle = 1;
const headerStyle = 2;
const amountStyle = 3;

const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const inline = (text: string, style: string): string =>
  `<c${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/**
 * Excel's day numbers are sure only from this day: before March 1900 Excel counts one day too many.
 * Earlier days are written as texts.
 */
const firstSure = '1900-03-01' as Day;

function cellXml(cell: XlsxCell): string {
  if (cell === null) return '<c/>';
  if ('text' in cell) return cell.text === '' ? '<c/>' : inline(cell.text, '');
  if ('number' in cell) return `<c><v>${cell.number}</v></c>`;
  if ('amount' in cell) return `<c s="${amountStyle}"><v>${cell.amount / 100}</v></c>`;
  return cell.day < firstSure
    ? inline(cell.day, '')
    : `<c s="${dayStyle}"><v>${daysBetween('1899-12-30' as Day, cell.day)}</v></c>`;
}

const rowXml = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

/** Rows of cells: a list of them, or rows that are made when they are written. */
export interface CellRows {
  readonly length: number;
  at(index: number): readonly XlsxCell[] | undefined;
}

/** The rows of some items, each made when it is written. */
export const rowsOf = <T>(items: readonly T[], cellsOf: (item: T) => readonly XlsxCell[]): CellRows => ({
  length: items.length,
  at(index) {
    const item = items[index];
    return item === undefined ? undefined : cellsOf(item);
  },
});

/** A worksheet: a bold header row that stays in view, then the rows. */
export interface Worksheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: CellRows;
}

/** Rows in one piece of a worksheet: some hundred kilobytes. */
const pieceRows = 200;

/** The text of a worksheet in pieces, one in each step. */
function* worksheetXml({ headers, rows }: Worksheet): Steps<readonly string[]> {
  const header = rowXml(headers.map((text) => inline(text, ` s="${headerStyle}"`)));
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const widths = `<cols><col min="1" max="${headers.length}" width="22" customWidth="1"/></cols>`;
  const pieces = yield* eachInSteps(Math.ceil(rows.length / pieceRows), dataOf, 1);
  return [
    `${xml}<worksheet xmlns="${main}">${view}${widths}<sheetData>${header}`,
    ...pieces,
    '</sheetData></worksheet>',
  ];

  function dataOf(piece: number): string {
    const from = piece * pieceRows;
    const count = Math.min(pieceRows, rows.length - from);
    return Array.from({ length: count }, (_, index) =>
      rowXml((rows.at(from + index) ?? []).map(cellXml)),
    ).join('');
  }
}

/** Writes one worksheet as an Excel workbook (see writeWorkbookInSteps). */
export const writeXlsx = (name: string, headers: Worksheet['headers'], rows: Worksheet['rows']): Uint8Array =>
  writeWorkbook([{ name, headers, rows }]);

export const writeWorkbook = (sheets: readonly Worksheet[]): Uint8Array =>
  finish(writeWorkbookInSteps(sheets));

/**
 * Writes worksheets as an Excel workbook, in their order. Lone surrogates become replacement characters
 * (U+FFFD).
 */
export function* writeWorkbookInSteps(sheets: readonly Worksheet[]): Steps<Uint8Array> {
  const data: (readonly string[])[] = [];
  for (const [at, sheet] of sheets.entries())
    data.push(yield* within(worksheetXml(sheet), at / sheets.length / 2, (at + 1) / sheets.length / 2));
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const links = (inside: string): string =>
    `${xml}<Relationships xmlns="${packages}/relationships">${inside}</Relationships>`;
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${types}.${type}+xml"/>`;
  const texts = {
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${sheets.map((_, at) => part(`worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}${part('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': links(link('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      sheets.map((_, at) => link(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') +
        link(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': styles,
  };
  const small = Object.entries(texts).map(([path, text]) => [path, [text]] as const);
  const large = data.map((pieces, at) => [`xl/worksheets/sheet${at + 1}.xml`, pieces] as const);
  return yield* within(zipTextsInSteps(Object.fromEntries([...small, ...large])), 0.5, 1);
}
