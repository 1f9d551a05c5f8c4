import { describe, expect, test } from 'vitest';
import { mailBytes } from '../../support/invoice-files.ts';
import { received } from '../../support/read-files.ts';
import type { Mail } from '../../../core/received/mail/mail.ts';

const headers = {
  From: 'Aruba <noreply@staff.aruba.it>',
  Subject: 'Conferma ordine servizi',
  'Message-ID': '<abc.123@mail.aruba.it>',
  Date: 'Sat, 28 Nov 2026 23:30:00 +0000',
};

async function mailOf(text: string, more: Readonly<Record<string, string>> = {}): Promise<Mail> {
  const read = await received({ 'm.eml': mailBytes({ ...headers, ...more }, text) });
  const mail = read.mails[0]?.mail;
  if (mail === undefined) throw new Error(JSON.stringify(read.refused));
  return mail;
}

async function rawMail(text: string): Promise<Mail> {
  const read = await received({ 'm.eml': new TextEncoder().encode(text) });
  const mail = read.mails[0]?.mail;
  if (mail === undefined) throw new Error(JSON.stringify(read.refused));
  return mail;
}

describe('what is read', () => {
  test('order number, amounts, panel user and days, each with its line', async () => {
    const mail = await mailOf(
      'Gentile cliente,\nOrdine n. MO12345678 del 02/11/2026\nTotale: € 1.036,48 IVA inclusa\nUsername ARUBA02342520158\nScade il 3 dicembre 2026',
    );
    expect(mail).toMatchObject({
      messageId: 'abc.123@mail.aruba.it',
      subject: 'Conferma ordine servizi',
      kind: 'order-confirmation',
      // Half past midnight of the 29th in Rome.
      day: '2026-11-29',
      sender: 'noreply@staff.aruba.it',
      saysAruba: true,
      ibans: [],
    });
    expect(mail.findings).toEqual([
      { what: 'order', number: 'MO12345678', line: 'Ordine n. MO12345678 del 02/11/2026' },
      { what: 'day', day: '2026-11-02', line: 'Ordine n. MO12345678 del 02/11/2026' },
      { what: 'amount', amount: 103648, line: 'Totale: € 1.036,48 IVA inclusa' },
      { what: 'panel-user', code: 'ARUBA02342520158', line: 'Username ARUBA02342520158' },
      { what: 'day', day: '2026-12-03', line: 'Scade il 3 dicembre 2026' },
    ]);
  });

  test.each([
    ['Rinnova il servizio Fatturazione Elettronica in scadenza', 'renewal-notice'],
    ['Servizio Fatturazione Elettronica in scadenza, perché rinnovare?', 'expiry-notice'],
    ['I: Conferma ordine servizi', 'order-confirmation'],
    ['Conferma pagamento ordine 123', 'payment-confirmation'],
    ['Hai ricevuto una nuova fattura da Rossi', 'received-invoice'],
    ['=?utf-8?Q?Conferma_pagamento?=', 'payment-confirmation'],
    ['Auguri', 'other'],
  ])('%s', async (subject, kind) => {
    expect((await mailOf('x', { Subject: subject })).kind).toBe(kind);
  });

  test.each([
    ['noreply@aruba.it', true],
    ['x@fatturazioneelettronica.aruba.it', true],
    ['x@aruba.it.example.com', false],
    ['"noreply@aruba.it" <x@example.com>', false],
    ['x@finta-aruba.it', false],
  ])('%s says Aruba: %s', async (from, saysAruba) => {
    expect((await mailOf('x', { From: from })).saysAruba).toBe(saysAruba);
  });

  test('a mail that is only HTML is read as people see it', async () => {
    const mail = await rawMail(
      'From: a@aruba.it\r\nSubject: Conferma pagamento\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<style>p{width:99,99 &euro;}</style><table><tr><td>Importo</td><td><b>36</b>,48&nbsp;&euro;</td></tr></table><p>Ordine: 987654</p>',
    );
    expect(mail.findings).toMatchObject([
      { what: 'amount', amount: 3648, line: 'Importo 36,48 €' },
      { what: 'order', number: '987654' },
    ]);
  });
});

describe('nothing of a link survives', () => {
  const secret = 'S3cr3tT0kenAbCdEfGh';

  test.each([
    ['plain', `Ordine 123456 https://areaclienti.aruba.it/rinnova?token=${secret} euro 12,00`],
    ['in angle brackets', `Ordine 123456 <https://areaclienti.aruba.it/${secret}>`],
    ['without a scheme', `Ordine 123456 areaclienti.aruba.it/r/${secret}`],
    ['www', `Ordine 123456 www.aruba.it/?k=${secret}`],
    ['another scheme', `Ordine 123456 ftp://x/${secret} mailto:${secret}@x.it hxxps://x/${secret}`],
    ['encoded', `Ordine 123456 https%3A%2F%2Faruba.it%2F${secret}`],
    [
      'broken hard after the address',
      `Ordine 123456 https://areaclienti.aruba.it/rinnova/una/strada/molto/lunga/fino/al/bordo/\n${secret} 12,00 €`,
    ],
    [
      'broken hard within the key',
      `Ordine 123456\nhttps://areaclienti.aruba.it/rinnova?token=Abc\n${secret}\nTotale 12,00 €`,
    ],
    ['wide letters', `Ordine 123456 ｈｔｔｐｓ：//aruba.it/${secret}`],
    ['with invisible signs', `Ordine 123456 ht\u200btps:/\u200b/aruba.it/${secret}`],
    ['stuck to a word', `Ordine 123456 Rinnova:https://aruba.it/${secret}`],
    ['a key alone', `Ordine 123456 codice ${secret}${secret}`],
  ])('%s', async (_, text) => {
    const mail = await mailOf(text);
    expect(JSON.stringify(mail)).not.toMatch(/S3cr3t|token=|https?:|:\/\//i);
    expect(mail.findings).toContainEqual(expect.objectContaining({ what: 'order', number: '123456' }));
  });

  test('a soft line break of quoted-printable inside an address, in HTML and in the subject', async () => {
    const mail = await rawMail(
      `From: a@aruba.it\r\nSubject: =?utf-8?Q?Conferma_pagamento_https=3A=2F=2Faruba.it/${secret}?=\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Ordine 123456 <a href=3D"https://aruba.it/rin=\r\nnova?t=3D${secret}">https://aruba.it/rin=\r\nnova?t=3D${secret}</a> 5,00 =E2=82=AC</p><a href=3D"https://x/${secret}`,
    );
    expect(JSON.stringify(mail)).not.toMatch(/S3cr3t|https?:|:\/\//i);
    expect(mail.subject).toBe('Conferma pagamento');
    expect(mail.findings.map(({ what }) => what)).toEqual(['order', 'amount']);
  });

  test('an address in the message id, the sender or the name of an attachment', async () => {
    const read = await received({
      'm.eml': mailBytes(
        { ...headers, 'Message-ID': `<https://x/${secret}@y>`, From: `<https://x/${secret}@y>` },
        'x',
        { [`https://x.it/${secret}.pdf`]: new TextEncoder().encode('%PDF-1') },
      ),
    });
    expect(JSON.stringify(read)).not.toContain('S3cr3t');
  });
});

describe('an IBAN is a hint and never a value', () => {
  test.each([
    'IT98O9999900000000000123456',
    'IT98 O999 9900 0000 0000 0123 456',
    'it98-o999-9900-0000-0000-0123-456',
    'IT99 O999 9900 0000 0000 0123 456',
  ])('%s', async (iban) => {
    const mail = await mailOf(`Paga 36,48 € sull’IBAN ${iban} entro il 03/12/2026`);
    expect(mail.ibans).toEqual(['IT…3456']);
    expect(JSON.stringify(mail).replaceAll(/[\s-]/g, '').toUpperCase()).not.toContain('99999');
    expect(mail.findings).toMatchObject([
      { what: 'amount', amount: 3648 },
      { what: 'day', day: '2026-12-03' },
    ]);
  });
});
