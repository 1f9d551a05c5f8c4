// Workbooks made by SheetJS, which is not our writer, and zips made by hand for cases
// that no writer produces.
import { strToU8, zipSync } from 'fflate';
import { utils, write, type WorkSheet } from '@e965/xlsx';

export type CellValue = string | number | boolean | Date | null;

export const sheetOf = (rows: readonly (readonly CellValue[])[]): WorkSheet =>
  utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { UTC: true, dateNF: 'dd/mm/yyyy' },
  );

/** An .xlsx file of these sheets, by name. */
export function workbook(sheets: Readonly<Record<string, WorkSheet>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** The smallest valid workbook around a worksheet written by hand. */
export function rawWorkbook(worksheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="x"><sheets><sheet name="Foglio1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': worksheet,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** Rows of texts as the XML of a worksheet. */
export const worksheetOf = (rows: readonly (readonly string[])[]): string =>
  `<worksheet><sheetData>${rows.map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`;
