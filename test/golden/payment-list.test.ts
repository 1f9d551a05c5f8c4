// The payment list of a session, word for word, with its codes, and the same figures as cells.
import '../support/page-language.ts';
import { read, utils } from '@e965/xlsx';
import { encode } from 'uqr';
import { afterEach, describe, expect, test } from 'vitest';
import { paymentList } from '../../core/desk/orders/payment-list.ts';
import { callSchemas } from '../../core/bridge/schemas.ts';
import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { printBody } from '../../core/formats/paper/print-page.ts';
import { paymentCells, paymentSheet } from '../../renderer/papers/payment-sheet.ts';
import { sheetText } from '../../renderer/papers/print-sheet.ts';
import { setLanguage } from '../../renderer/text/text.ts';
import { orderView, type OrderWish } from '../support/paid-orders.ts';
import { sampleOffice } from '../support/sample-state.ts';
import { day } from '../support/samples.ts';

afterEach(() => setLanguage('it'));

const firm = sampleOffice().state.workspace.firm.get('firm');
if (firm === undefined) throw new Error('No firm');
const session = day('2026-12-03');
const today = day('2026-11-24');
const sheetOf = (wishes: readonly OrderWish[]) =>
  paymentSheet(paymentList(wishes.map(orderView)), { session, today }, firm, undefined);

const everyKind: readonly OrderWish[] = [
  { service: 'fe-studio', number: '31904418' },
  { service: 'fe-rossi', number: '31904419' },
  { service: 'fe-studio', number: '31904420', method: 'prefilled-slip' },
  { service: 'fe-rossi', number: '31904421', method: 'blank-slip' },
  { service: 'fe-studio', number: '31904422', method: 'card', change: { state: 'awaiting-activation' } },
  {
    service: 'fe-studio',
    number: '31904423',
    change: { paid: { on: today, registeredOn: day('2026-11-25') } },
  },
  { service: 'fe-rossi', number: null },
];

describe('the payment list of a session', () => {
  test.each(['it', 'en'] as const)('as text (%s), with what every QR code says', async (language) => {
    setLanguage(language);
    const sheet = sheetOf(everyKind);
    const codes = sheet.tables
      .flatMap(({ codes: column }) => column?.rows ?? [])
      .map((code) => `${code?.label ?? 'no code'}\n${code?.content ?? ''}`);
    await expect(`${sheetText(sheet)}\n${codes.join('\n')}\n`).toMatchFileSnapshot(
      `payment-list.${language}.txt`,
    );
  });

  test('in a studio of one’s own nobody knows the account: it is not called wrong, and there is no code', () => {
    const view = orderView({ service: 'fe-studio', number: 'OV 50/2' });
    if (view.order === null) throw new Error('No order');
    const payment = { reference: 'OV 50/2', beneficiary: '', iban: '', postalAccount: '' };
    const own = { ...view, order: { ...view.order, payment } };
    const sheet = paymentSheet(paymentList([own]), { session, today }, firm, undefined);
    expect(sheet.tables[0]?.rows[0]?.slice(1, 3)).toEqual([
      'OV 50/2',
      'Quello della conferma d’ordine di Aruba',
    ]);
    expect(sheet.tables[0]?.codes).toBeUndefined();
    expect(sheetText(sheet)).not.toMatch(/Non pagare|QR/);
  });

  test('a transfer to an account that fails its checks has no code and says so', () => {
    const view = orderView({ service: 'fe-studio', number: '31904418' });
    if (view.order === null) throw new Error('No order');
    const bad = {
      ...view,
      order: { ...view.order, payment: { ...view.order.payment, iban: 'IT98O9999900000000000123457' } },
    };
    const [table] = paymentSheet(paymentList([bad]), { session, today }, firm, undefined).tables;
    expect(table?.codes?.rows).toEqual([null]);
    expect(table?.rows[0]?.[2]).toMatch(/^Non pagare: l’IBAN non supera i controlli\n/);
  });

  test('two hundred orders and a name of two hundred letters go through the bridge, each code in its place', () => {
    const many = Array.from({ length: 200 }, (_, index): OrderWish => ({
      service: 'fe-studio',
      number: String(31_904_000 + index),
      holder: index === 0 ? 'W'.repeat(200) : `Cliente ${index}`,
    }));
    const document = sheetOf(many);
    expect(
      callSchemas['print/pdf'].safeParse({ name: 'Elenco pagamenti 2026-12-03.pdf', document }).success,
    ).toBe(true);
    const body = printBody(document, encode);
    expect(body.match(/<svg /g)?.length).toBe(200);
    expect(body.length).toBeLessThan(2_000_000);
    expect(body).toContain('W'.repeat(200));
  });

  test('without an order to pay there is no table of payments, and the total is nothing', () => {
    const { tables, totals } = sheetOf([]);
    expect(tables).toEqual([]);
    expect(totals.map(({ value }) => value)).toEqual(['0,00\u00a0€']);
  });

  test('as a workbook, read back by another library: the reference stays a text, amounts are numbers', () => {
    const list = paymentList(everyKind.map(orderView));
    const { headers, rows } = paymentCells(list);
    const book = read(writeXlsx('Elenco pagamenti', headers, rows));
    const table = utils.sheet_to_json<readonly unknown[]>(book.Sheets['Elenco pagamenti'] ?? {}, {
      header: 1,
    });
    expect(table[0]).toEqual(headers);
    expect(table.slice(1).map((row) => row[0])).toEqual(['31904418', '31904419', '31904420', '31904421']);
    expect(table.slice(1).reduce((sum, row) => sum + Math.round(Number(row[2]) * 100), 0)).toBe(list.toPay);
    expect([table[1]?.[5], table[1]?.[6], table[3]?.[5], table[3]?.[6]]).toEqual([
      'IT98O9999900000000000123456',
      undefined,
      undefined,
      '9999990000',
    ]);
  });
});
