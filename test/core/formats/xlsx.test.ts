import { utils } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../support/staff-lists.ts';
import { rawWorkbook, sheetOf, workbook, worksheetOf, type CellValue } from '../../support/workbooks.ts';

const header = ['Cognome', 'Nome', 'E-mail', 'Reparto', 'Data inizio', 'Data fine'];

function listOf(bytes: Uint8Array) {
  const reading = readBytes(bytes);
  if (!('kind' in reading) || reading.kind !== 'list')
    throw new Error(JSON.stringify('refused' in reading ? reading : reading.found.missing));
  return reading;
}

const peopleIn = (bytes: Uint8Array) =>
  listOf(bytes).list.rows.map(({ row, details }) => [row, ...Object.values(details)]);
const rejectedIn = (bytes: Uint8Array) =>
  listOf(bytes).list.rejected.map(({ row, column, reason }) => [row, column, reason.kind]);
const utc = (text: string): Date => new Date(`${text}T00:00:00Z`);
const one = (...rows: readonly (readonly CellValue[])[]): Uint8Array =>
  workbook({ Personale: sheetOf([header, ...rows]) });

describe('a workbook as a staff list', () => {
  test('texts, real dates, numbers and empty cells; titles and empty rows keep their numbers', () => {
    const bytes = workbook({
      Personale: sheetOf([
        ['Elenco al 24/11/2026'],
        [],
        header,
        ['Riva', 'Anna', 'a@x.it', 'Contabilità', utc('2017-09-03'), null],
        [],
        ['Sanna', 'Giosuè', 'g@x.it', 12, '31/10/2020', utc('2026-10-31')],
      ]),
    });
    const { form, found, list } = listOf(bytes);
    expect([form, found.sheet.name, list.headerRow]).toEqual(['xlsx', 'Personale', 3]);
    expect(peopleIn(bytes)).toEqual([
      [4, 'Anna', 'Riva', 'a@x.it', 'Contabilità', '2017-09-03', null],
      [6, 'Giosuè', 'Sanna', 'g@x.it', '12', '2020-10-31', '2026-10-31'],
    ]);
  });

  test('the sheet with the list is found among others', () => {
    const bytes = workbook({
      Copertina: sheetOf([['Studio Bianchi'], ['Arezzo']]),
      Elenco: sheetOf([header, ['Riva', 'Anna', 'a@x.it']]),
    });
    expect([listOf(bytes).found.sheet.name, peopleIn(bytes).length]).toEqual(['Elenco', 1]);
  });

  test('a title merged over the columns is a title; a header and a department merged downwards count for each row', () => {
    const sheet = sheetOf([
      ['Elenco dipendenti', null, null, null, null, null],
      ['Cognome', 'Nome', 'E-mail', 'Reparto', 'Rapporto', null],
      [null, null, null, null, 'Data inizio', 'Data fine'],
      ['Riva', 'Anna', 'a@x.it', 'Paghe', utc('2020-01-01'), null],
      ['Sanna', 'Ugo', 'u@x.it', null, utc('2021-01-01'), null],
    ]);
    sheet['!merges'] = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'D4:D5'].map((range) =>
      utils.decode_range(range),
    );
    const bytes = workbook({ Personale: sheet });
    expect(listOf(bytes).list.headerRow).toBe(3);
    expect(peopleIn(bytes)).toEqual([
      [4, 'Anna', 'Riva', 'a@x.it', 'Paghe', '2020-01-01', null],
      [5, 'Ugo', 'Sanna', 'u@x.it', 'Paghe', '2021-01-01', null],
    ]);
  });

  test('a formula counts as what it showed last, one that was never computed or failed is no name', () => {
    const sheet = sheetOf([
      header,
      ['Riva', 'Anna', 'a@x.it'],
      ['x', 'Ugo', 'u@x.it'],
      ['y', 'Lia', 'l@x.it'],
      ['=cmd|calc', 'Ivo', 'i@x.it'],
    ]);
    sheet['D2'] = { t: 's', v: 'Paghe', f: 'CONCATENATE("Pa","ghe")' };
    sheet['A3'] = { t: 'n', f: 'HYPERLINK("http://x")' };
    sheet['A4'] = { t: 'e', v: 0x17, f: 'Z99' };
    const bytes = workbook({ Personale: sheet });
    expect(peopleIn(bytes)).toEqual([[2, 'Anna', 'Riva', 'a@x.it', 'Paghe', null, null]]);
    expect(rejectedIn(bytes)).toEqual([
      [3, 'Cognome', 'formula'],
      [4, 'Cognome', 'formula'],
      [5, 'Cognome', 'formula'],
    ]);
  });

  test('two columns with one header: the first counts, the other is there to be chosen', () => {
    const bytes = workbook({
      P: sheetOf([
        ['Cognome', 'Nome', 'E-mail', 'E-mail'],
        ['Riva', 'Anna', 'a@x.it', 'casa@x.it'],
      ]),
    });
    expect(peopleIn(bytes)[0]?.[3]).toBe('a@x.it');
    const reading = readBytes(bytes, new Map([['email:2', 'email']]));
    expect('kind' in reading && reading.kind === 'list' && reading.list.rows[0]?.details.email).toBe(
      'casa@x.it',
    );
  });

  test('a cell of a megabyte is rejected with its reason, the other rows are read', () => {
    const rows = [header, ['R'.repeat(1_000_000), 'Anna', 'a@x.it'], ['Sanna', 'Ugo', 'u@x.it']];
    const bytes = rawWorkbook(worksheetOf(rows));
    expect([rejectedIn(bytes), peopleIn(bytes).length]).toEqual([[[2, 'Cognome', 'too-long']], 1]);
    expect(listOf(bytes).list.rejected[0]?.text.length).toBe(160);
  });
});

describe('workbooks as other writers make them', () => {
  const row = (cells: string, attributes = ''): string => `<row${attributes}>${cells}</row>`;
  const names = row(header.map((name) => `<c t="str"><v>${name}</v></c>`).join(''));
  const sheet = (rows: string): string =>
    `<?xml version="1.0"?><!-- a <row> of notes --><worksheet><sheetData>${names}${rows}</sheetData></worksheet>`;
  const email = '<c t="inlineStr"><is><t>a@x.it</t></is></c>';

  test('entities, CDATA, texts in several styles, reading aids, and Excel’s own escapes', () => {
    const bytes = rawWorkbook(
      sheet(
        row(
          `<c t="inlineStr"><is><r><t>D&apos;</t></r><r><t xml:space="preserve">Angelo &amp; &#x43;o&#46;</t></r><rPh sb="0"><t>no</t></rPh></is></c><c t="str"><v><![CDATA[Anna <b>]]></v></c>${email}<c t="str"><v>Due_x000D_righe_x005F_x</v></c>`,
        ),
      ),
    );
    expect(peopleIn(bytes)).toEqual([[2, 'Anna <b>', "D'Angelo & Co.", 'a@x.it', 'Due righe_x', null, null]]);
  });

  test('tags with a prefix, in capitals of quotes, over several lines; a > inside an attribute', () => {
    const bytes = rawWorkbook(
      `<x:worksheet note="a > b"><x:sheetData><x:row>${header.map((name) => `<x:c t="str"><x:v>${name}</x:v></x:c>`).join('')}</x:row><x:row\n r="7"><x:c\n\tr="A7" t="str"><x:v>Riva</x:v></x:c><x:c r="C7" t="str"><x:v>a@x.it</x:v></x:c><x:c r="B7" t="str"><x:v>Anna</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    expect(peopleIn(bytes)).toEqual([[7, 'Anna', 'Riva', 'a@x.it', '', null, null]]);
  });

  test.each([
    ['<c s="1"><v>1</v></c>', '', '1900-01-01'],
    ['<c s="1"><v>59</v></c>', '', '1900-02-28'],
    ['<c s="1"><v>61</v></c>', '', '1900-03-01'],
    ['<c s="1"><v>42981.75</v></c>', '', '2017-09-03'],
    ['<c s="2"><v>42981</v></c>', '', '2017-09-03'],
    ['<c s="1"><v>41519</v></c>', '<workbookPr date1904="1"/>', '2017-09-03'],
    ['<c t="d"><v>2017-09-03T00:00:00</v></c>', '', '2017-09-03'],
  ])('%s is a day', (cell, properties, day) => {
    const bytes = rawWorkbook(
      sheet(row(`<c t="str"><v>Riva</v></c><c t="str"><v>Anna</v></c>${email}<c/>${cell}`)),
      {
        'xl/workbook.xml': `<workbook>${properties}<sheets><sheet name="F" r:id="rId1"/></sheets></workbook>`,
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-410]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;day&quot;0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      },
    );
    expect(peopleIn(bytes)[0]?.[5]).toBe(day);
  });

  test('a number that is shown as one is the day of that number in a column of days', () => {
    const bytes = rawWorkbook(
      sheet(row(`<c t="str"><v>Riva</v></c><c t="str"><v>Anna</v></c>${email}<c/><c s="3"><v>42981</v></c>`)),
    );
    expect(peopleIn(bytes)[0]?.[5]).toBe('2017-09-03');
  });

  test('row numbers that do not go on lose no row', () => {
    const person = (n: number): string =>
      `<c t="str"><v>R</v></c><c t="str"><v>A</v></c><c t="str"><v>a${n}@x.it</v></c>`;
    const bytes = rawWorkbook(
      sheet(
        row(person(1), ' r="5"') +
          row(person(2), ' r="5"') +
          row(person(3), ' r="-2"') +
          row(person(4), ' r="x"'),
      ),
    );
    expect(peopleIn(bytes).map(([number]) => number)).toEqual([5, 6, 7, 8]);
  });

  test('one cell in the last column makes no row of 16,384: that row is not to be trusted', () => {
    const bytes = rawWorkbook(sheet(row(`<c t="str"><v>Riva</v></c><c r="XFD2" t="str"><v>x</v></c>`)));
    expect(rejectedIn(bytes)).toEqual([[2, null, 'malformed']]);
    expect(listOf(bytes).found.sheet.rows[1]?.cells.length).toBe(1);
  });

  test('a region merged down to the last row costs nothing', () => {
    const merges = Array.from({ length: 2000 }, () => '<mergeCell ref="A2:A1048576"/>').join('');
    const xml = sheet(row(`<c t="str"><v>Riva</v></c><c t="str"><v>Anna</v></c>${email}`)).replace(
      '</worksheet>',
      `<mergeCells>${merges}</mergeCells></worksheet>`,
    );
    const before = process.cpuUsage();
    expect(peopleIn(rawWorkbook(xml))).toHaveLength(1);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

describe('what is no workbook, or not a whole one', () => {
  const good = one(['Riva', 'Anna', 'a@x.it']);

  test('cut anywhere, or with any byte changed, it is refused or read, never a crash', () => {
    for (let length = 4; length < good.length; length += 97)
      expect(readBytes(good.subarray(0, length))).toHaveProperty('refused');
    for (let at = 4; at < good.length; at += 53) {
      const spoilt = Uint8Array.from(good);
      spoilt[at] = 255 - (spoilt[at] ?? 0);
      expect(Object.keys(readBytes(spoilt)).length).toBeGreaterThan(0);
    }
  });

  test('a zip of something else', () => {
    expect(readBytes(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toEqual({ refused: 'no-workbook' });
    expect(readBytes(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toEqual({
      refused: 'no-workbook',
    });
  });

  test('an old workbook named .csv is told as what it is', () => {
    expect(readBytes(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toEqual({
      refused: 'binary-file',
    });
  });

  test('a zip bomb that tells its size is not touched; one that lies is stopped; neither takes long', () => {
    const bomb = rawWorkbook('<worksheet>', {
      'xl/sharedStrings.xml': `<sst>${' '.repeat(101_000_000)}</sst>`,
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.cpuUsage();
    expect(readBytes(bomb)).toEqual({ refused: 'workbook-too-large' });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 50; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 100_000_000)
        view.setUint32(at + 24, 1000, true);
    }
    expect(readBytes(bomb)).toEqual({ refused: 'workbook-too-large' });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  }, 60_000);

  test('a million tags without an attribute or a prefix, and a quote left open, take no more time than others', () => {
    const before = process.cpuUsage();
    expect(readBytes(rawWorkbook(`<worksheet>${'<a>'.repeat(1_000_000)}`))).not.toHaveProperty('refused');
    expect(readBytes(rawWorkbook(`<worksheet>${'<a b="c>'.repeat(300_000)}`))).not.toHaveProperty('refused');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  }, 60_000);

  test('entities of its own are not put in: no text grows (billion laughs)', () => {
    const xml = `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${worksheetOf([header, ['&b;', 'Anna', 'a@x.it']])}`;
    expect(peopleIn(rawWorkbook(xml))[0]?.[2]).toBe('&b;');
  });
});
