// Mails with invoices as programs and certified mail send them.
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../support/invoice-files.ts';
import { received } from '../../support/read-files.ts';
import { realisticInvoice } from '../../support/realistic-invoice.ts';
import { derSigned } from '../../support/signed-files.ts';

const text = realisticInvoice();
const bytes = strToU8(text);

const headers = (subject: string): string =>
  `From: Aruba <noreply@aruba.it>\r\nSubject: ${subject}\r\nDate: Mon, 02 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n`;

const base64 = (content: Uint8Array): string =>
  `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}`;

const quoted = (content: string): string =>
  `Content-Transfer-Encoding: quoted-printable\r\n\r\n${[...Buffer.from(content)]
    .map((byte) =>
      byte === 61 || byte > 126
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replaceAll('\n', '\r\n')}`;

const multipart = (boundary: string, ...parts: readonly string[]): string =>
  `Content-Type: multipart/mixed;\r\n boundary="${boundary}"\r\n\r\nThis is MIME.\r\n${parts
    .map((part) => `--${boundary}\r\n${part}\r\n`)
    .join('')}--${boundary}--\r\n`;

const order = `Content-Type: text/plain; charset=iso-8859-1\r\n${quoted('Ordine n. MO7654321 pronto')}`;

const read = async (mail: string) => {
  const all = await received({ 'm.eml': strToU8(mail) });
  return {
    found: all.invoices.map(({ source }) => source),
    mails: all.mails.map(({ source, mail: { subject, day } }) => [source, subject, day]),
    findings: all.mails.flatMap(({ mail: { findings } }) => findings),
    refused: all.refused,
    skipped: all.skipped.map(({ source }) => source),
  };
};

describe('an invoice is found, however it is attached', () => {
  const p7m = derSigned(bytes);
  const zip = zipOf({ 'a.xml': bytes });
  test.each<[string, string, string]>([
    [
      'as octets, with a name in RFC 2231',
      `Content-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n filename*=UTF-8''Fattura%20perch%C3%A9.xml\r\n${base64(bytes)}`,
      'm.eml › Fattura perché.xml',
    ],
    [
      'as pkcs7-mime',
      `Content-Type: application/pkcs7-mime; name="a.xml.p7m"\r\nContent-Disposition: attachment; filename="a.xml.p7m"\r\n${base64(p7m)}`,
      'm.eml › a.xml.p7m',
    ],
    [
      'quoted-printable, with an encoded name',
      `Content-Type: text/xml; charset=UTF-8; name="=?UTF-8?Q?perch=C3=A9.xml?="\r\nContent-Disposition: attachment\r\n${quoted(text)}`,
      'm.eml › perché.xml',
    ],
    ['without a name', `Content-Type: text/xml\r\n\r\n${text}`, 'm.eml › ?'],
    ['as a text to be shown', `Content-Type: text/plain; name="a.xml"\r\n${base64(bytes)}`, 'm.eml › ?'],
    [
      'in a signed zip',
      `Content-Type: application/pkcs7-mime; name="a.zip.p7m"\r\nContent-Disposition: attachment; filename="a.zip.p7m"\r\n${base64(derSigned(zip))}`,
      'm.eml › a.zip.p7m › a.xml',
    ],
  ])('%s', async (_, part, source) => {
    const mail = await read(headers('Fattura') + multipart('b1', order, part));
    expect(mail).toMatchObject({ found: [source], refused: [], skipped: [] });
    // The words of the invoice are not the sender's.
    expect(mail.findings).toEqual([
      { what: 'order', number: 'MO7654321', line: 'Ordine n. MO7654321 pronto' },
    ]);
  });

  test('as the only part of the mail', async () => {
    const mail = await read(`${headers('x')}Content-Type: application/xml; name="a.xml"\r\n${base64(bytes)}`);
    expect(mail.found).toEqual(['m.eml › a.xml']);
  });

  test('two invoices shown as texts of a mail with a page, after another document', async () => {
    const second = text.replace('0000884/VFE', '2');
    const page = 'Content-Type: text/html\r\n\r\n<p>Totale 12,00 &euro;</p>';
    const shown = `Content-Type: text/plain\r\n\r\n<?xml version="1.0"?><altro/>\r\n${text}\r\nCordiali saluti\r\n${second}`;
    const mail = await read(headers('x') + multipart('b1', page, shown));
    expect(mail.found).toEqual(['m.eml › ?', 'm.eml › ?']);
    expect(mail.findings).toEqual([{ what: 'amount', amount: 1200, line: 'Totale 12,00 €' }]);
  });
});

describe('a mail in a mail is a mail of its own', () => {
  const attached = `Content-Type: application/octet-stream; name=a.xml\r\nContent-Disposition: attachment; filename=a.xml\r\n${base64(bytes)}`;
  const sent =
    headers('Conferma ordine servizi').replace('02 Nov', '05 Nov') + multipart('inner', order, attached);
  const both = [
    ['m.eml', 'POSTA CERTIFICATA: x', '2026-11-02'],
    ['m.eml › postacert.eml', 'Conferma ordine servizi', '2026-11-05'],
  ];

  test.each([
    ['inline', 'Content-Disposition: inline; filename="postacert.eml"\r\n'],
    ['attached', 'Content-Disposition: attachment; filename="postacert.eml"\r\n'],
    ['named only', ''],
  ])('certified mail, %s: its day is no day that a text says', async (_, disposition) => {
    const part = `Content-Type: message/rfc822; name="postacert.eml"\r\n${disposition}\r\n${sent}`;
    const mail = await read(
      headers('POSTA CERTIFICATA: x') + multipart('outer', 'Content-Type: text/plain\r\n\r\nx', part),
    );
    expect(mail).toMatchObject({ found: ['m.eml › postacert.eml › a.xml'], mails: both, refused: [] });
    expect(mail.findings.map(({ what }) => what)).toEqual(['order']);
  });

  test('forwarded as octets, and as a file in a zip', async () => {
    const part = `Content-Type: application/octet-stream; name="postacert.eml"\r\n${base64(strToU8(sent))}`;
    expect(await read(headers('POSTA CERTIFICATA: x') + multipart('outer', part))).toMatchObject({
      found: ['m.eml › postacert.eml › a.xml'],
      mails: both,
    });
    const zipped = await received({ 'z.zip': zipOf({ 'b.eml': strToU8(sent) }) });
    expect(zipped.invoices.map(({ source }) => source)).toEqual(['z.zip › b.eml › a.xml']);
  });

  test('a signed mail is opened like a signed file', async () => {
    const content = strToU8(multipart('inner', order, attached));
    const mail = await read(
      `${headers('x')}Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"\r\n${base64(derSigned(content))}`,
    );
    expect(mail).toMatchObject({ found: ['m.eml › smime.p7m › a.xml'], refused: [] });
  });

  test('the bytes of certified mail count once: seven of four million fit in one import', async () => {
    const note = `Content-Type: text/plain\r\n\r\n${`${'x'.repeat(2000)}\r\n`.repeat(2000)}`;
    const certified = (number: number): string => {
      const invoice = strToU8(text.replace('0000884/VFE', String(number)));
      const part = `Content-Type: application/xml; name=a.xml\r\n${base64(invoice)}`;
      const within = headers('x') + multipart('inner', note, part);
      return headers('x') + multipart('outer', `Content-Type: message/rfc822\r\n\r\n${within}`);
    };
    const seven = Array.from({ length: 7 }, (_, index) => [`${index}.eml`, strToU8(certified(index))]);
    const all = await received(Object.fromEntries(seven));
    expect([all.invoices.length, all.refused]).toEqual([7, []]);
  });

  test('mails in one another up to four; a fifth is refused and told', async () => {
    let mail = sent;
    for (let depth = 2; depth <= 5; depth += 1) {
      mail =
        headers(`${depth}`) +
        multipart(`b${depth}`, `Content-Type: message/rfc822; name=i.eml\r\n\r\n${mail}`);
      const { found, refused } = await read(mail);
      expect([found.length, refused.map(({ refusal }) => refusal.reason)]).toEqual(
        depth < 5 ? [1, []] : [0, ['damaged-mail']],
      );
    }
  });
});

describe('subjects and texts in other encodings', () => {
  test('a Japanese subject, and lines that flow', async () => {
    const mail = await received({
      'm.eml': strToU8(
        `${headers('=?ISO-2022-JP?B?GyRCQEE1YT1xGyhC?= =?utf-8?Q?ordine_n=C2=B0_12345?=')}Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n> Ordine n. \r\n> MO7654321\r\nTotale da pagare \r\n12,00 €\r\n`,
      ),
    });
    expect(mail.mails[0]?.mail).toMatchObject({
      subject: '請求書ordine n° 12345',
      findings: [
        { what: 'order', number: 'MO7654321' },
        { what: 'amount', amount: 1200 },
      ],
    });
  });

  test.each([
    ['a byte order mark', (mail: string) => `\ufeff${mail}`],
    ['the line of a mailbox file', (mail: string) => `From a@b.it Mon Nov  2 10:00:00 2026\r\n${mail}`],
    ['Unix line ends', (mail: string) => mail.replaceAll('\r\n', '\n')],
  ])('a mail with %s', async (_, change) => {
    const mail = await read(change(headers('Fattura') + multipart('b', order)));
    expect(mail.mails).toEqual([['m.eml', 'Fattura', '2026-11-02']]);
    expect(mail.findings).toHaveLength(1);
  });
});
