// Files as other programs write them: none is like the made-up ones, and each broke a reader or might have.
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Invoice } from '../../../core/received/invoice/invoice.ts';
import { zipOf } from '../../support/invoice-files.ts';
import { invoicesIn, received } from '../../support/read-files.ts';
import { realisticInvoice } from '../../support/realistic-invoice.ts';
import { base64Signed, berSigned, derSigned } from '../../support/signed-files.ts';

const text = realisticInvoice();
const bytes = strToU8(text);
const numbered = (number: string): Uint8Array => strToU8(text.replace('0000884/VFE', number));

function invoiceOf(xml: string): Invoice {
  const read = invoicesIn(strToU8(xml));
  const invoice = read.ok ? read.value[0] : undefined;
  if (invoice === undefined) throw new Error(JSON.stringify(read));
  return invoice;
}

const told = async (files: Readonly<Record<string, Uint8Array>>) => {
  const read = await received(files);
  return {
    found: read.invoices.map(({ source }) => source),
    refused: read.refused.map(({ source, refusal }) => [source, refusal.reason]),
    skipped: read.skipped.map(({ source, skip }) => [source, skip.why]),
  };
};
const found = (...sources: readonly string[]) => ({ found: sources, refused: [], skipped: [] });

describe('everything that the schema allows around the lines', () => {
  const invoice = invoiceOf(text);

  test('a stamp, accessory costs, rounding and a discount are no doubt', () => {
    expect(invoice).toMatchObject({ number: '0000884/VFE', total: 4679, doubts: [] });
    expect(invoice.customer).toEqual({ name: "Niccolò D'Este", vatCode: '', taxCode: 'RSSMRA79B11C566R' });
  });

  test('lines: a discounted price, no quantity, nothing, a discount, and one without VAT', () => {
    expect(
      invoice.lines.map(({ quantity, net, reversal, order }) => [quantity, net, reversal, order]),
    ).toEqual([
      [1, 2990, false, 'MO7654321'],
      [2, 980, false, 'MO7654321'],
      [null, 0, false, 'MO7654321'],
      [null, -299, true, 'MO7654321'],
      [null, 200, false, 'MO7654321'],
    ]);
    expect(invoice.lines[2]?.kind).toEqual({ what: 'remark' });
    expect(invoice.lines[1]?.details).toEqual([
      { type: 'PANNELLO', text: 'ARUBA02342520158' },
      { type: 'SCADENZA', text: '2.00 2027-11-30' },
    ]);
  });

  test('a difference of one cent a line more than accessory costs explain is a doubt', () => {
    expect(invoiceOf(text.replace('38.25', '38.31')).doubts).toEqual(['totals-differ']);
  });

  test('a negative quantity is no number of users, and its amount is a reversal', () => {
    const line = invoiceOf(text.replace('<Quantita>2.00', '<Quantita>-2.00').replace('>9.80', '>-9.80'))
      .lines[1];
    expect(line).toMatchObject({ quantity: null, net: -980, reversal: true });
  });

  test.each(['TD16', 'TD17', 'TD18', 'TD19', 'TD20', 'TD21', 'TD22', 'TD23', 'TD27', 'TD28', 'TD29'])(
    '%s is another document, with the amounts as they stand',
    (type) => {
      const other = invoiceOf(realisticInvoice(type));
      expect([other.role, other.lines[0]?.net]).toEqual(['other', 2990]);
    },
  );

  test('a header with nothing but the data of the transmission is refused by what is missing', () => {
    const bare = text.replace(/<CedentePrestatore>[\s\S]*<\/CessionarioCommittente>/, '');
    expect(invoicesIn(strToU8(bare))).toMatchObject({ ok: false, error: { field: 'CedentePrestatore' } });
  });
});

describe('the same invoice, written otherwise', () => {
  const whole = invoiceOf(text);
  test.each<[string, (xml: string) => string]>([
    ['Windows line ends', (xml) => xml.replaceAll('\n', '\r\n')],
    [
      'line breaks in tags and around values',
      (xml) =>
        xml
          .replaceAll('<Numero>', '<Numero\n  >')
          .replaceAll('</Numero>', '\n</Numero\n>')
          .replaceAll('<IdPaese>IT</IdPaese>', '<IdPaese>\n\tIT\n</IdPaese>'),
    ],
    ['CDATA', (xml) => xml.replaceAll(/<(Descrizione|Numero)>([^<]*)/g, '<$1><![CDATA[$2]]>')],
    [
      'comments in values',
      (xml) => xml.replace('<Numero>', '<Numero><!-- <n> -->').replace('>9.80', '>9<!-- a -->.80'),
    ],
    [
      'the default namespace',
      (xml) => xml.replaceAll('xmlns:p=', 'xmlns=').replaceAll('p:Fattura', 'Fattura'),
    ],
    [
      'a namespace taken back, and attributes with signs',
      (xml) =>
        xml
          .replace('<FatturaElettronicaHeader>', '<FatturaElettronicaHeader xmlns="">')
          .replace('<Numero>', '<Numero note="a > b" xml:space="preserve">'),
    ],
    [
      'XML 1.1 in single quotes',
      (xml) => xml.replace(/<\?xml .*?\?>/, "<?xml version='1.1' standalone='yes'?>"),
    ],
    ['no declaration', (xml) => xml.replace(/<\?xml .*?\?>\n/, '')],
    ['blank lines before the declaration', (xml) => `\r\n\r\n ${xml}`],
    ['a byte order mark and a blank line', (xml) => `\ufeff\n${xml}`],
    ['zeros and an end mark of DOS after the root', (xml) => `${xml}\0\0\u001a`],
    [
      'small letters before the VAT number',
      (xml) => xml.replace('IT</IdPaese><IdCodice>0157', 'it</IdPaese><IdCodice>IT0157'),
    ],
    ['a day with its time', (xml) => xml.replace('<Data>2026-11-02', '<Data>2026-11-02T00:00:00+01:00')],
  ])('%s', (_, change) => {
    expect(change(text)).not.toBe(text);
    expect(invoiceOf(change(text))).toEqual(whole);
  });

  test('empty elements are absent ones', () => {
    const empty = text.replace('<Quantita>2.00</Quantita>', '<Quantita/>');
    expect(invoiceOf(empty).lines[1]?.quantity).toBeNull();
    const nil = text.replace('<Quantita>2.00</Quantita>', '<Quantita xsi:nil="true"></Quantita>');
    expect(invoiceOf(nil).lines[1]?.quantity).toBeNull();
  });

  test('with a PDF of 3 MB inside, plain and signed', async () => {
    const large = strToU8(realisticInvoice('TD01', 3_000_000));
    expect(large.length).toBeGreaterThan(3_000_000);
    expect(await told({ 'l.xml': large })).toEqual(found('l.xml'));
    expect(await told({ 'l.xml.p7m': base64Signed(large, { pem: false, width: 64 }) })).toEqual(
      found('l.xml.p7m'),
    );
  });
});

describe('envelopes and archives', () => {
  const marked = strToU8(`\ufeff${text}`);
  const inText = Buffer.from(base64Signed(bytes, { pem: false, width: 64 })).toString();
  test.each<[string, Uint8Array]>([
    ['DER with a byte order mark inside', derSigned(marked)],
    ['BER with a byte order mark inside', berSigned(marked, 1000)],
    ['base64 with a byte order mark', strToU8(`\ufeff${inText}`)],
    ['base64 in Windows lines', strToU8(inText.replaceAll('\n', '\r\n'))],
    ['base64 after mail headers', strToU8(`Content-Transfer-Encoding: base64\r\n\r\n${inText}`)],
    ['base64 of base64', base64Signed(strToU8(inText), { pem: true, width: 64 })],
    ['no envelope at all', bytes],
  ])('.p7m: %s', async (_, file) => {
    expect(await told({ 'a.xml.p7m': file })).toEqual(found('a.xml.p7m'));
  });

  test('a signed zip is opened, and a signed zip in a zip is refused', async () => {
    const zip = zipOf({ 'b.xml': bytes });
    expect(await told({ 'a.zip.p7m': derSigned(zip) })).toEqual(found('a.zip.p7m › b.xml'));
    expect((await told({ 'a.zip': zipOf({ 'b.zip.p7m': derSigned(zip) }) })).refused).toEqual([
      ['a.zip › b.zip.p7m', 'zip-in-zip'],
    ]);
  });

  test('what a Mac or Windows puts beside the files is left out', async () => {
    const shadow = strToU8('\0\u0005\u0016\u0007');
    const zip = zipOf({
      'x/': new Uint8Array(),
      'x/a.xml': bytes,
      'x/._a.xml': shadow,
      '._x': shadow,
      '__MACOSX/x/._a.xml': shadow,
      'x/.DS_Store': strToU8('Bud1'),
      'x/Thumbs.db': shadow,
    });
    const read = await told({ 'a.zip': zip });
    expect(read).toMatchObject({ found: ['a.zip › x/a.xml'], refused: [] });
    expect(new Set(read.skipped.map(([, why]) => why))).toEqual(new Set(['system-file']));
    expect(read.skipped).toHaveLength(5);
  });

  test('names with accents: of a Mac, with backslashes, and of an old program', async () => {
    const zip = zipOf({ 'Perche\u0300.xml': bytes, 'cartella\\città.xml': numbered('2') });
    expect(await told({ 'a.zip': zip })).toEqual(
      found('a.zip › Perche\u0300.xml', 'a.zip › cartella/città.xml'),
    );
    const old = Buffer.from(zipOf({ 'Fattura perch#.xml': bytes }))
      .toString('latin1')
      .replaceAll('perch#', 'perch\u0082');
    expect(await told({ 'a.zip': new Uint8Array(Buffer.from(old, 'latin1')) })).toEqual(
      found('a.zip › Fattura perché.xml'),
    );
  });
});
