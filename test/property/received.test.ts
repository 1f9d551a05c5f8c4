// What arrives from Aruba: an invoice comes back as it was made, in each wrapping; any bytes give a reading
// or a typed refusal; nothing of a mail's link survives. `RECEIVED_RUNS=100000` runs each law that often;
// give more time with `--testTimeout`.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Invoice } from '../../core/received/invoice/invoice.ts';
import { lineKindOf } from '../../core/received/invoice/line-kind.ts';
import { lineQuantity } from '../../core/received/invoice/line-quantity.ts';
import { holderIn, orderIn } from '../../core/received/invoice/named-in-text.ts';
import type { Received } from '../../core/received/files/received.ts';
import { openSigned } from '../../core/formats/signed/p7m.ts';
import { readXml } from '../../core/formats/xml/read-xml.ts';
import { readMail } from '../../core/received/mail/read-mail.ts';
import { withoutLinks } from '../../core/received/mail/without-links.ts';
import { invoiceBytes, mailBytes, zipOf, type MadeInvoice } from '../support/invoice-files.ts';
import { laterLaw, law } from '../support/law.ts';
import { made } from '../support/made-invoices.ts';
import { received } from '../support/read-files.ts';
import { base64Signed, berSigned, derSigned } from '../support/signed-files.ts';

const asked = Number(process.env['RECEIVED_RUNS']);
const runs = (usual: number): number => (asked > 0 ? asked : usual);

const wrappings: Readonly<Record<string, (bytes: Uint8Array) => Readonly<Record<string, Uint8Array>>>> = {
  xml: (bytes) => ({ 'a.xml': bytes }),
  der: (bytes) => ({ 'a.xml.p7m': derSigned(bytes) }),
  base64: (bytes) => ({ 'a.xml.p7m': base64Signed(bytes, { pem: false, width: 64 }) }),
  pem: (bytes) => ({ 'a.xml.p7m': base64Signed(bytes, { pem: true, width: 76 }) }),
  ber: (bytes) => ({ 'a.xml.p7m': berSigned(bytes, 333) }),
  nested: (bytes) => ({ 'a.xml.p7m.p7m': derSigned(berSigned(bytes, 1000)) }),
  zip: (bytes) => ({ 'a.zip': zipOf({ 'b.xml': bytes }) }),
  'zip of p7m': (bytes) => ({ 'a.zip': zipOf({ 'b.xml.p7m': berSigned(bytes, 777) }) }),
  mail: (bytes) => ({ 'a.eml': mailBytes({ Subject: 'x', From: 'a@aruba.it' }, 'x', { 'b.xml': bytes }) }),
};

/** What was made, in the reader's words: worked out from the model's cents and not from the text. */
const expected = ({ bodies }: MadeInvoice) =>
  bodies.map(({ number, date, type, lines }) => {
    const sum = lines.reduce((total, { net }) => total + net, 0);
    const sign = type === 'TD04' && sum >= 0 ? -1 : 1;
    return {
      number,
      date,
      lines: lines.map(({ line: place, text, net, quantity, from, to }) => ({
        line: place,
        text,
        net: net === 0 ? 0 : sign * net,
        quantity: { '1.00': 1, '12.00000000': 12, '3': 3 }[quantity ?? ''] ?? null,
        from: from ?? null,
        to: to ?? null,
      })),
    };
  });

const readBack = (invoices: readonly Invoice[]) =>
  invoices.map(({ number, date, lines }) => ({
    number,
    date,
    lines: lines.map(({ line: place, text, net, quantity, period }) => ({
      line: place,
      text,
      net,
      quantity,
      from: period?.from ?? null,
      to: period?.to ?? null,
    })),
  }));

laterLaw('an invoice comes back as it was made, in each wrapping', {
  subject: received,
  async wrong(files) {
    const read = await received(files);
    return {
      ...read,
      invoices: read.invoices.map((found) => ({
        ...found,
        // The positive amounts of a credit note taken as they stand.
        invoice: {
          ...found.invoice,
          lines: found.invoice.lines.map((each) => ({ ...each, net: Math.abs(each.net) as typeof each.net })),
        },
      })),
    };
  },
  given: fc.record({ made, wrapping: fc.constantFrom(...Object.keys(wrappings)) }),
  async holds(read, { made: invoice, wrapping }) {
    const { invoices, refused, skipped } = await read(wrappings[wrapping]?.(invoiceBytes(invoice)) ?? {});
    expect({ refused, skipped }).toEqual({ refused: [], skipped: [] });
    expect(readBack(invoices.map((found) => found.invoice))).toEqual(expected(invoice));
  },
  runs: runs(200),
});

const reasons = new Set(
  'not-xml declares-entities too-deep too-many-elements incomplete-invoice other-xml other-supplier not-signed damaged-signature signature-alone encrypted-envelope damaged-zip protected-zip zip-too-large damaged-mail empty-file zip-in-zip signed-too-often too-large too-much-together too-many-documents no-document same-invoice'.split(
    ' ',
  ),
);

/** A file of one kind with other bytes at some places, a cut end, or a piece twice. */
const damaged = (kind: string): fc.Arbitrary<Readonly<Record<string, Uint8Array>>> =>
  fc
    .record({
      made,
      damage: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 0.999, noNaN: true }),
          byte: fc.integer({ min: 0, max: 255 }),
        }),
        { maxLength: 6 },
      ),
      end: fc.oneof(
        { weight: 3, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
      ),
      twice: fc.boolean(),
    })
    .map(({ made: invoice, damage, end, twice }) =>
      Object.fromEntries(
        Object.entries(wrappings[kind]?.(invoiceBytes(invoice)) ?? {}).map(([name, file]) => {
          const bytes = file.slice(0, Math.ceil(end * file.length));
          for (const { at, byte } of damage)
            if (bytes.length > 0) bytes[Math.floor(at * bytes.length)] = byte;
          return [name, twice ? new Uint8Array([...bytes, ...bytes.subarray(bytes.length >> 1)]) : bytes];
        }),
      ),
    );

/** Every file that was given is somewhere: an invoice, a mail, refused or skipped. */
function told(files: Readonly<Record<string, Uint8Array>>, read: Received): void {
  for (const { refusal } of read.refused) expect(reasons.has(refusal.reason)).toBe(true);
  const places = [...read.invoices, ...read.mails, ...read.refused, ...read.skipped].map(
    ({ source }) => source,
  );
  for (const name of Object.keys(files))
    expect(places.some((place) => place === name || place.startsWith(`${name} ›`))).toBe(true);
  for (const { invoice } of read.invoices)
    for (const each of invoice.lines) {
      expect(Number.isSafeInteger(each.net)).toBe(true);
      expect(each.text.length).toBeLessThanOrEqual(1000);
    }
}

const forgetful = async (files: Readonly<Record<string, Uint8Array>>): Promise<Received> => ({
  ...(await received(files)),
  refused: [],
});

for (const kind of ['xml', 'der', 'base64', 'ber', 'zip', 'mail'])
  laterLaw(`any bytes like ${kind} are a reading or a typed refusal`, {
    subject: received,
    wrong:
      kind === 'mail' ? async (files) => ({ ...(await received(files)), mails: [], refused: [] }) : forgetful,
    given: damaged(kind),
    holds: async (read, files) => told(files, await read(files)),
    runs: runs(100),
  });

laterLaw('any bytes at all, under any name', {
  subject: received,
  wrong: forgetful,
  given: fc
    .record({
      name: fc.constantFrom('a.xml', 'a.p7m', 'a.zip', 'a.eml', 'a'),
      start: fc.constantFrom(
        '',
        '<a>',
        '0\u0080',
        'PK\u0003\u0004',
        'From: a@b\r\n',
        'MII',
        '<?xml version="1.0"?>',
      ),
      bytes: fc.uint8Array({ maxLength: 400 }),
    })
    .map(({ name, start, bytes }) => ({
      [name]: new Uint8Array([...Buffer.from(start, 'latin1'), ...bytes]),
    })),
  holds: async (read, files) => told(files, await read(files)),
  runs: runs(200),
});

const pieces = fc.constantFrom(
  '<',
  '>',
  '</',
  '/>',
  '<a',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '&',
  ';',
  '&#',
  '"',
  "'",
  '=',
  ' ',
  'x',
  '<!',
  ':',
);

law('any pieces of XML are an element or a typed refusal', {
  subject: readXml,
  wrong: (text) =>
    text.includes('<![') ? { ok: false, error: { reason: 'other' as 'not-xml' } } : readXml(text),
  given: fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  holds(read, text) {
    const result = read(text);
    if (!result.ok) expect(reasons.has(result.error.reason)).toBe(true);
    else expect(result.value.name).not.toBe('');
  },
  runs: runs(400),
});

law('what is signed comes out of any chunks', {
  subject: openSigned,
  wrong(bytes) {
    const opened = openSigned(bytes);
    return opened.ok ? { ok: true, value: opened.value.subarray(0, 9) } : opened;
  },
  given: fc.record({
    content: fc.uint8Array({ minLength: 1, maxLength: 2000 }),
    chunk: fc.integer({ min: 1, max: 500 }),
  }),
  holds(open, { content, chunk }) {
    expect(open(berSigned(content, chunk))).toEqual({ ok: true, value: content });
  },
  runs: runs(200),
});

/** A link in the forms in which mails carry it. Each part of it says `zq`, which no other word does. */
const secretPart = fc.stringMatching(/^zq[a-z0-9]{3,10}$/);
const link = fc
  .record({
    scheme: fc.constantFrom(
      'https://',
      'http://',
      'HTTPS://',
      '//',
      '',
      'ftp://',
      'hxxps://',
      'ht\u200btps://',
      'ｈｔｔｐｓ：//',
    ),
    host: secretPart.map((name) => `www.${name}.aruba.it`),
    path: fc.array(secretPart, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
    query: fc.option(fc.record({ name: secretPart, value: secretPart }), { nil: undefined }),
    open: fc.constantFrom('', '<', '(', '"', 'Rinnova:', 'clicca', '['),
    close: fc.constantFrom('', '>', ')', '"', '.', ']'),
    breakAt: fc.option(fc.integer({ min: 10, max: 60 }), { nil: undefined }),
  })
  .map(({ scheme, host, path, query, open, close, breakAt }) => {
    const whole = `${open}${scheme}${host}${path}${query === undefined ? '' : `?${query.name}=${query.value}`}${close}`;
    // Programs break a link that is longer than a line: the rest then stands alone in the next one.
    return breakAt === undefined || breakAt >= whole.length - 1
      ? whole
      : `\n${whole.slice(0, breakAt)}\n${whole.slice(breakAt)}\n`;
  });
const saying = fc.constantFrom(
  'Ordine n. 123456',
  'Totale 12,00 €',
  'Scade il 03/12/2026',
  'ARUBA02342520158',
  'Gentile cliente',
  '\n',
  '\r\n',
  ' ',
);
const mailText = fc.array(fc.oneof(link, saying), { maxLength: 12 }).map((parts) => parts.join(' '));

law('no part of a link survives in what is kept of a mail', {
  subject: readMail,
  wrong: (raw) => ({ ...readMail(raw), subject: raw.subject.replaceAll(/https?:\S+/g, '') }),
  given: fc.record({
    subject: mailText,
    text: mailText,
    html: mailText.map((text) => `<p>${text}</p><a href="${text}">x</a>`),
  }),
  holds(read, { subject, text, html }) {
    const mail = read({
      messageId: '',
      from: '',
      date: '',
      subject: subject.replaceAll(/\s+/g, ' '),
      text,
      html,
      attachments: [],
    });
    expect(JSON.stringify(mail)).not.toMatch(/zq|:\/\//i);
  },
  runs: runs(400),
});

law('cleaning twice is cleaning once, and adds nothing', {
  subject: withoutLinks,
  wrong: (text) => `${withoutLinks(text)} x`,
  given: fc.oneof(mailText, fc.string({ maxLength: 200 })),
  holds(clean, text) {
    const once = clean(text);
    expect(clean(once).replaceAll(/\s+/g, ' ').length).toBeLessThanOrEqual(once.length);
    expect(once.length).toBeLessThanOrEqual(text.normalize('NFKC').length);
  },
  runs: runs(300),
});

/** What careless patterns read in more than one way. */
const oftenRepeated = fc.constantFrom(
  ' ',
  '\n ',
  '1',
  '1 ',
  '1.',
  '123 ',
  '123.',
  '€ ',
  '1 €',
  'ordine ',
  'ordine n. ',
  'ordine 123456/',
  'ordine 123456 e ',
  'n. ',
  'del 1/1/2026 ',
  'IT',
  'IT12 ',
  'al 12 ',
  'aruba1',
  'gb ',
  'spazio ',
  'e ',
  ', ',
  'fatturazione elettronica ',
  'utenti aggiuntivi ',
);

law('a long text of one piece takes about as long as it is long', {
  subject: (text: string): number => {
    const before = process.cpuUsage();
    readMail({ messageId: '', from: '', date: '', subject: text, text, html: text, attachments: [] });
    for (let start = 0; start < text.length; start += 1000) {
      const description = text.slice(start, start + 1000);
      orderIn(description);
      holderIn(description, new Set());
      lineKindOf(description);
      lineQuantity({ what: 'unknown' }, { text: description, quantity: '1', unit: 'PZ' });
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  },
  wrong: (text) => text.length,
  given: fc.tuple(fc.constantFrom('', 'ordine', '€', 'spazio '), oftenRepeated, oftenRepeated),
  holds(measure, [start, piece, between]) {
    const often = Math.ceil(60_000 / (piece.length + between.length));
    expect(measure(start + `${piece}${between}`.repeat(often))).toBeLessThan(4000);
  },
  runs: Math.min(runs(25), 200),
});
