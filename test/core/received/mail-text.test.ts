// What the text of a mail says: amounts, days, orders and IBANs, however long a line is.
import { describe, expect, test } from 'vitest';
import { checkIban } from '../../../core/kernel/iban.ts';
import { findInLines } from '../../../core/received/mail/find-in-lines.ts';
import { maskIbans } from '../../../core/received/mail/mask-ibans.ts';
import { readMail } from '../../../core/received/mail/read-mail.ts';

const valuesIn = (text: string) =>
  findInLines(text).map((finding) => {
    if (finding.what === 'amount') return finding.amount;
    if (finding.what === 'day') return finding.day;
    return finding.what === 'order' ? finding.number : finding.code;
  });

const mailOf = ({ subject = '', text = '', html = '' }) =>
  readMail({ messageId: '', from: 'a@aruba.it', date: '', subject, text, html, attachments: [] });

describe('amounts', () => {
  test.each([
    ['€ 1 234,50', [123450]],
    ['1 234,50 €', [123450]],
    ['€ 12 345 678', []],
    ['€ 1’234,50', [123450]],
    ['anno 2026 € 5,00', [500]],
    ['Importo 2026: 5,00 EUR', [500]],
    ['EUR70,99', [7099]],
    ['70,99EUR', [7099]],
    ['€ 1.234', [123400]],
    ['1.000 euro', [100000]],
    ['€ 1,234.50', [123450]],
    ['€ 1,234', []],
    ['€ 1.234,567', []],
    ['€ 70 ,99', []],
    ['€ 58,19 € 70,99', [5819, 7099]],
    ['58,19 € 70,99 €', [5819, 7099]],
    ['70,99 € 2 utenti', [7099]],
    ['2 x € 4,90 = € 9,80', [490, 980]],
    ['neuro 12', []],
  ])('%s', (text, amounts) => expect(valuesIn(text)).toEqual(amounts));

  test('a day or an order before the sign is no amount', () => {
    expect(valuesIn('scade il 15/03/2027 € 5')).toEqual([500, '2027-03-15']);
    expect(valuesIn('Ordine n. 12345678 € 5')).toEqual(['12345678', 500]);
  });
});

describe('days', () => {
  test.each([
    ['Scadenza 2027-03-15.', ['2027-03-15']],
    ['Scadenza 15/03/27', ['2027-03-15']],
    ['dal 15/03/26 al 15/03/27', ['2026-03-15', '2027-03-15']],
    ['dal 15.03.2026 al 15 marzo 2027', ['2026-03-15', '2027-03-15']],
    ['31/02/27, 2027-13-01, 1/2/2027/3, 10/12/2', []],
  ])('%s', (text, days) => expect(valuesIn(text)).toEqual(days));
});

describe('a long paragraph', () => {
  const words = 'Gentile cliente la informiamo che la sua richiesta è stata ricevuta. '.repeat(40);

  test('everything is found wherever it stands, and its words are shown whole', () => {
    const said = 'L’ordine n. 12345678 di € 1234,50 per ARUBA02342520158 scade il 15/03/2027.';
    for (let before = 100; before < 300; before += 1) {
      const paragraph = `${words.slice(0, before).trim()} ${said} ${words}`;
      const mail = mailOf({ html: `<p>${paragraph}</p>` });
      expect(mail.findings).toMatchObject([
        { what: 'order', number: '12345678' },
        { what: 'panel-user', code: 'ARUBA02342520158' },
        { what: 'amount', amount: 123450 },
        { what: 'day', day: '2027-03-15' },
      ]);
      for (const { line } of mail.findings) {
        expect(line.length).toBeLessThanOrEqual(200);
        expect(line).toMatch(/12345678|1234,50|ARUBA02342520158|15\/03\/2027/);
        expect(` ${paragraph} `).toContain(` ${line} `);
      }
    }
  });

  test('at its end, after 200,000 characters', () => {
    expect(mailOf({ text: `${words.repeat(70)} Totale 12,00 €` }).findings).toMatchObject([
      { what: 'amount', amount: 1200 },
    ]);
  });
});

describe('order numbers', () => {
  test('the subject names one', () => {
    expect(mailOf({ subject: 'Conferma ordine servizi n. 12345678', text: 'Grazie' }).findings).toEqual([
      { what: 'order', number: '12345678', line: 'Conferma ordine servizi n. 12345678' },
    ]);
  });

  test('what the text says too is shown there', () => {
    const mail = mailOf({ subject: 'Conferma ordine servizi n. 12345678', text: 'Ordine n. 12345678' });
    expect(mail.findings.map(({ line }) => line)).toEqual(['Ordine n. 12345678']);
  });

  test('each of several is a finding to confirm', () => {
    expect(valuesIn('Ordini n. 12345678 e 87654321')).toEqual(['12345678', '87654321']);
  });
});

/** An IBAN of each SEPA country, as the register of IBANs shows them. */
const examples =
  'AD1200012030200359100100 AL47212110090000000235698741 AT611904300234573201 BE68539007547034 BG80BNBG96611020345678 CH9300762011623852957 CY17002001280000001200527600 CZ6508000000192000145399 DE89370400440532013000 DK5000400440116243 EE382200221020145685 ES9121000418450200051332 FI2112345600000785 FR1420041010050500013M02606 GB29NWBK60161331926819 GI75NWBK000000007099453 GR1601101250000000012300695 HR1210010051863000160 HU42117730161111101800000000 IE29AIBK93115212345678 IS140159260076545510730339 IT60X0542811101000000123456 LI21088100002324013AA LT121000011101001000 LU280019400644750000 LV80BANK0000435195001 MC5811222000010123456789030 MD24AG000225100013104168 ME25505000012345678951 MK07250120000058984 MT84MALT011000012345MTLCAST001S NL91ABNA0417164300 NO9386011117947 PL61109010140000071219812874 PT50000201231234567890154 RO49AAAA1B31007593840000 RS35260005601001611379 SE4550000000058398257466 SI56263300012039086 SK3112000000198742637541 SM86U0322509800000000270100 VA59001123000012345678'.split(
    ' ',
  );

describe('IBANs', () => {
  test.each(examples)('%s, valid, mistyped and in groups', (iban) => {
    expect(checkIban(iban).ok).toBe(true);
    const cut = `${iban.slice(0, 2)}…${iban.slice(-4)}`;
    expect(maskIbans(`IBAN ${iban} Aruba`, false).text).toBe(`IBAN ${cut} Aruba`);
    const wrong = iban.slice(0, 2) + String(99 - Number(iban.slice(2, 4))).padStart(2, '0') + iban.slice(4);
    expect(checkIban(wrong).ok).toBe(false);
    const groups = wrong.match(/.{1,4}/g)?.join(' ') ?? '';
    for (const written of [wrong, groups, groups.replaceAll(' ', '-'), wrong.toLowerCase()])
      expect(maskIbans(`IBAN ${written} entro il 3`, true)).toEqual({
        text: `IBAN ${cut} entro il 3`,
        ibans: [cut],
      });
  });

  test('a word before one that looks like a country does not hide it', () => {
    for (const also of [false, true])
      expect(maskIbans('Paga al 15.03.2027 IBAN IT60 X054 2811 1010 0000 0123 456', also).text).toBe(
        'Paga al 15.03.2027 IBAN IT…3456',
      );
  });

  test('a valid one over a line end', () => {
    expect(maskIbans('IT60 X054 2811\n1010 0000 0123 456', false).ibans).toEqual(['IT…3456']);
  });

  test.each([
    'Il servizio scade il 15.03.2027 ordine 12345678',
    'Scade il 15-03-2027\nordine 12345678 del cliente 99',
    'valido dal 15.03.2026 al 15.03.2027 ordine 12345678 grazie',
    'al 31.12.2026 12345678 87654321 1234',
    'se 12345678 12345678 123456',
    'no 1234 5678 9012 3',
    'Ordine no. 12345678',
    'DE\n89 3704 0044 0532 0130 01',
    'MO12 3456 7890 1234 5678',
  ])('%s has none', (text) => {
    expect(maskIbans(text, true)).toEqual({ text, ibans: [] });
    expect(mailOf({ text }).ibans).toEqual([]);
  });
});
