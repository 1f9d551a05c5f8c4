import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../core/received/files/received.ts';
import { invoiceBytes, invoiceText, mailBytes, zipOf } from '../../support/invoice-files.ts';
import { madeOf, oneLine, received } from '../../support/read-files.ts';
import { berSigned, derSigned } from '../../support/signed-files.ts';

const invoice = (number: string): Uint8Array => invoiceBytes(madeOf({ number }));
const numbers = ({ invoices }: Awaited<ReturnType<typeof received>>) =>
  invoices.map((found) => [found.source, found.invoice.number]);
const refusals = ({ refused }: Awaited<ReturnType<typeof received>>) =>
  refused.map(({ source, refusal }) => [source, refusal.reason]);

describe('every wrapping gives the same invoice', () => {
  test('signed up to four times; five times is refused', async () => {
    let bytes = invoice('1');
    for (let depth = 1; depth <= 5; depth += 1) {
      bytes = depth % 2 === 0 ? derSigned(bytes) : berSigned(bytes, 500);
      const read = await received({ 'a.xml.p7m.p7m': bytes });
      if (depth < 5) expect(numbers(read)).toEqual([['a.xml.p7m.p7m', '1']]);
      else expect(refusals(read)).toEqual([['a.xml.p7m.p7m', 'signed-too-often']]);
    }
  });

  test('a zip with folders, odd names and two entries of one name', async () => {
    const zip = zipOf({
      'cartella/IT01879020517_1.xml': invoice('1'),
      '../../fuori.xml': invoice('2'),
      'Fattura perché.xml': invoice('3'),
      'a.xml.p7m': derSigned(invoice('4')),
    });
    expect(numbers(await received({ 'novembre.zip': zip }))).toEqual([
      ['novembre.zip › cartella/IT01879020517_1.xml', '1'],
      ['novembre.zip › fuori.xml', '2'],
      ['novembre.zip › Fattura perché.xml', '3'],
      ['novembre.zip › a.xml.p7m', '4'],
    ]);
    // The same name twice: neither replaces the other.
    const twice = Buffer.from(zipOf({ 'a.xml': invoice('1'), 'b.xml': invoice('2') }));
    const same = Buffer.from(twice.toString('latin1').replaceAll('b.xml', 'a.xml'), 'latin1');
    expect(numbers(await received({ 'z.zip': new Uint8Array(same) }))).toHaveLength(2);
  });

  test('attachments of a mail; its signature and pictures are told as left out', async () => {
    const mail = mailBytes({ Subject: 'Fatture', From: 'x@aruba.it' }, 'Buongiorno', {
      'a.xml': invoice('1'),
      'b.xml.p7m': derSigned(invoice('2')),
      'c.zip': zipOf({ 'd.xml': invoice('3') }),
      'foglio.pdf': strToU8('%PDF-1.7'),
    });
    const read = await received({ 'fatture.eml': mail });
    expect(numbers(read)).toEqual([
      ['fatture.eml › a.xml', '1'],
      ['fatture.eml › b.xml.p7m', '2'],
      ['fatture.eml › c.zip › d.xml', '3'],
    ]);
    expect(read.mails).toHaveLength(1);
    expect(read.skipped).toEqual([{ source: 'fatture.eml › foglio.pdf', skip: { why: 'attachment' } }]);
    expect(read.refused).toEqual([]);
  });
});

describe('what is left out says why', () => {
  test('metadata and messages of the exchange system, by what they are or by their name', async () => {
    const read = await received({
      'f.zip': zipOf({
        'a_metaDato.xml': strToU8('<FileMetadati><a>1</a></FileMetadati>'),
        'IT01879020517_abc_MT_001.xml': strToU8('<Altro><a>1</a></Altro>'),
        'IT01879020517_abc_RC_001.xml': strToU8(
          '<x:RicevutaConsegna xmlns:x="u"><a>1</a></x:RicevutaConsegna>',
        ),
        'IT01879020517_abc_NS_001.xml': strToU8('rotto'),
        '__MACOSX/._a.xml': strToU8('x'),
        'vuota/': new Uint8Array(),
      }),
    });
    expect(read.skipped.map(({ skip }) => skip)).toEqual([
      { why: 'message', what: 'metadata' },
      { why: 'message', what: 'metadata' },
      { why: 'message', what: 'delivery-receipt' },
      { why: 'message', what: 'rejection' },
      { why: 'system-file' },
    ]);
    expect(read.refused).toEqual([]);
  });

  test('a name of metadata does not hide an invoice', async () => {
    expect(numbers(await received({ 'IT01879020517_abc_MT_001.xml': invoice('1') }))).toHaveLength(1);
  });

  test('the same invoice twice is told once, with where the first one stood', async () => {
    const read = await received({ 'a.xml': invoice('1'), 'b.xml.p7m': derSigned(invoice('1')) });
    expect(numbers(read)).toEqual([['a.xml', '1']]);
    expect(read.refused).toEqual([
      { source: 'b.xml.p7m', refusal: { reason: 'same-invoice', number: '1', first: 'a.xml' } },
    ]);
  });

  test('files that are something else', async () => {
    const read = await received({
      'a.pdf': strToU8('%PDF-1.7'),
      'b.zip': zipOf({ 'c.zip': zipOf({ 'd.xml': invoice('1') }) }),
      'e.zip': strToU8('PK\u0003\u0004 non un archivio'),
      'f.xml': new Uint8Array(),
      'g.html': strToU8('<!doctype html><html></html>'),
      'h.xml': invoiceBytes(madeOf({}, { supplier: { name: 'Rossi srl', vatCode: '02342520158' } })),
      'i.txt': strToU8('ciao'),
    });
    expect(refusals(read)).toEqual([
      ['a.pdf', 'no-document'],
      ['b.zip › c.zip', 'zip-in-zip'],
      ['e.zip', 'damaged-zip'],
      ['f.xml', 'empty-file'],
      ['g.html', 'other-xml'],
      ['h.xml', 'other-supplier'],
      ['i.txt', 'no-document'],
    ]);
  });

  test('an encrypted entry, and one whose bytes were changed', async () => {
    const zip = zipOf({ 'a.xml': invoice('1') });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central = zip.length - 22 - 46 - 5;
    const locked = zip.slice();
    new DataView(locked.buffer).setUint16(central + 8, 1, true);
    expect(refusals(await received({ 'z.zip': locked }))).toEqual([['z.zip › a.xml', 'protected-zip']]);
    const changed = zip.slice();
    new DataView(changed.buffer).setUint32(central + 16, view.getUint32(central + 16, true) ^ 1, true);
    expect(refusals(await received({ 'z.zip': changed }))).toEqual([['z.zip › a.xml', 'damaged-zip']]);
  });
});

describe('limits are said and never passed silently', () => {
  test('a document above 5 MB, alone and in a zip, is not opened', async () => {
    const large = new Uint8Array(limits.file + 1).fill(32);
    const read = await received({
      'a.xml': large,
      'b.zip': zipOf({ 'c.xml': large, 'd.xml': invoice('1') }),
    });
    expect(refusals(read)).toEqual([
      ['a.xml', 'too-large'],
      ['b.zip › c.xml', 'too-large'],
    ]);
    expect(numbers(read)).toEqual([['b.zip › d.xml', '1']]);
  });

  test('document 301 and what is above 30 MB together', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 302 }, (_, index) => [`${index}.xml`, invoice(String(index))]),
    );
    const read = await received({ 'z.zip': zipOf(many) });
    expect(read.invoices).toHaveLength(300);
    expect(refusals(read)).toEqual([
      ['z.zip › 300.xml', 'too-many-documents'],
      ['z.zip › 301.xml', 'too-many-documents'],
    ]);
    const heavy = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`${index}.xml`, new Uint8Array(4_900_000).fill(32)]),
    );
    expect(refusals(await received({ 'z.zip': zipOf(heavy) })).at(-1)).toEqual([
      'z.zip › 6.xml',
      'too-much-together',
    ]);
  });

  test('a bomb that lies about its size is stopped', async () => {
    const zip = zipOf({ 'a.xml': new Uint8Array(4_000_000).fill(32) });
    const central = zip.length - 22 - 46 - 5;
    new DataView(zip.buffer, zip.byteOffset).setUint32(central + 24, 1000, true);
    expect(refusals(await received({ 'z.zip': zip }))).toEqual([['z.zip › a.xml', 'zip-too-large']]);
  });

  test('ten thousand lines are refused, nine thousand are read', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...oneLine, line: (index % 9999) + 1 }));
    const some = await received({ 'a.xml': invoiceBytes(madeOf({ lines: lines(9000) })) });
    expect(some.invoices[0]?.invoice.lines).toHaveLength(9000);
    const more = await received({ 'a.xml': invoiceBytes(madeOf({ lines: lines(10_000) })) });
    expect(more.refused[0]?.refusal).toMatchObject({ reason: 'incomplete-invoice', field: 'DettaglioLinee' });
  });
});

test('what is shown of a name is no path and turns no letters round', async () => {
  const text = invoiceText(madeOf({}));
  const read = await received({ '../../../etc/\u202elmx.exe': strToU8(text) });
  expect(numbers(read)[0]?.[0]).toBe('etc/lmx.exe');
});
