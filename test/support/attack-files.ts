// Files that somebody made to use up memory or time, small on disk.
import { strToU8, zipSync } from 'fflate';
import { rawWorkbook } from './workbooks.ts';

const head = (cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
const listHead = head(['Cognome', 'Nome', 'E-mail']);

const book = (rows: string, more: Readonly<Record<string, string>> = {}, end = ''): Uint8Array =>
  rawWorkbook(`<worksheet><sheetData>${listHead}${rows}</sheetData>${end}</worksheet>`, more);

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** One long text that many cells share: C1. */
export const sharedTextBook = (characters = 900_000, cells = 15_000): Uint8Array =>
  book(
    times(cells, () => '<row><c t="s"><v>0</v></c></row>'),
    { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(characters)}</t></si></sst>` },
  );

/** One long cell that is merged over many rows. */
export const mergedTextBook = (characters = 30_000, rows = 20_000): Uint8Array =>
  book(
    `<row r="2"><c r="A2" t="inlineStr"><is><t>${'x'.repeat(characters)}</t></is></c></row>${times(
      rows,
      (index) => `<row r="${index + 3}"><c r="B${index + 3}"><v>1</v></c></row>`,
    )}`,
    {},
    '<mergeCells><mergeCell ref="A2:A1048576"/></mergeCells>',
  );

/** More merged cells than any list has: each of `columns` is merged over all rows. */
export const mergedCellsBook = (rows = 20_000, columns = 200): Uint8Array =>
  book(
    `<row r="2">${times(columns, () => '<c><v>1</v></c>')}</row>${times(
      rows,
      (index) => `<row r="${index + 3}"><c r="A${index + 3}"><v>1</v></c></row>`,
    )}`,
    {},
    `<mergeCells>${times(columns, (index) => {
      const letters = columnName(index + 1);
      return `<mergeCell ref="${letters}2:${letters}1048576"/>`;
    })}</mergeCells>`,
  );

export const inlineTextBook = (characters = 30_000, cells = 700): Uint8Array =>
  book(times(cells, () => `<row><c t="inlineStr"><is><t>${'x'.repeat(characters)}</t></is></c></row>`));

function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest === 0 ? '' : columnName(rest)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A row of very many columns. */
export const wideBook = (columns = 200_000): Uint8Array =>
  book(`<row>${'<c><v>1</v></c>'.repeat(columns)}</row>`);

/** Rows with one cell far to the right: each would make a row of empty cells. */
export const farCellsBook = (rows = 5000): Uint8Array =>
  book(times(rows, (index) => `<row r="${index + 2}"><c r="SR${index + 2}"><v>1</v></c></row>`));

/** Rows far apart, each with one cell. */
export const sparseBook = (rows = 150_000): Uint8Array =>
  book(times(rows, (index) => `<row r="${index + 2}"><c><v>1</v></c></row>`));

/** Many worksheets that unpack to much together. */
export function manySheetsBook(sheets = 60, bytes = 40_000_000): Uint8Array {
  const names = Array.from({ length: sheets }, (_, index) => `s${index}`);
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="x"><sheets>${names.map((name) => `<sheet name="${name}" r:id="${name}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((name) => `<Relationship Id="${name}" Target="big.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/big.xml': strToU8(`<worksheet>${' '.repeat(bytes)}</worksheet>`),
  });
}

/** A zip of `count` empty files with short names. */
export const manyEntriesZip = (count: number, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  zipSync(
    {
      ...more,
      ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`f/${index}`, new Uint8Array()])),
    },
    { level: 0 },
  );

/** A file of `bytes` zeros, packed. The directory may say another size. */
export function bombZip(name: string, bytes: number, stated = bytes): Uint8Array {
  const packed = zipSync({ [name]: new Uint8Array(bytes) });
  const view = new DataView(packed.buffer, packed.byteOffset);
  for (let at = 0; at + 46 < packed.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, stated, true);
  return packed;
}

const line = (index: number): string => `Persona${index};Prova;p${index}@x.it`;

/** Texts, by the attack. */
export const attackTexts: Readonly<Record<string, () => string>> = {
  '10 MB of empty lines with separators': () => `Cognome;Nome;E-mail\n${';;\n'.repeat(3_300_000)}x`,
  '10 MB of empty lines': () => `Cognome;Nome;E-mail\n${'\n'.repeat(10_000_000)}x`,
  '10 MB of empty lines at the end': () =>
    `Cognome;Nome;E-mail\nRiva;Anna;a@x.it\n${';;\r\n'.repeat(2_500_000)}`,
  '400,000 rows': () => `Cognome;Nome;E-mail\n${times(400_000, (index) => `${line(index)}\n`)}`,
  '2^20 columns': () => `Cognome;Nome;E-mail${';x'.repeat(1_048_576)}\nRiva;Anna;a@x.it`,
  '2^20 columns in a row': () => `Cognome;Nome;E-mail\nRiva;Anna;a@x.it${';x'.repeat(1_048_576)}`,
  'a million quoted cells without a separator': () =>
    `Cognome;Nome;E-mail\n${'"a"\n'.repeat(99_000)}${'"a" '.repeat(900_000)}`,
  'a quote that is never closed, in each of many lines': () =>
    `Cognome;Nome;E-mail\n${times(90_000, (index) => `"Riva${index};Anna;p${index}@x.it\n`)}`,
  'one cell of 10 MB': () => `Cognome;Nome;E-mail\nRiva;${'x'.repeat(10_000_000)};a@x.it`,
  'one quoted cell of 10 MB with line breaks': () =>
    `Cognome;Nome;E-mail\nRiva;"${'x\n'.repeat(5_000_000)}";a@x.it`,
};
