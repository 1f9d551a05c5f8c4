// The words of a derivation, and typed amounts.
import { describe, expect, test } from 'vitest';
import {
  explainGross,
  explainLine,
  explainOrders,
  explainRenewals,
  explainVat,
} from '../../core/quotes/explain.ts';
import { addUsersFigures } from '../../core/quotes/figures.ts';
import { explanationText } from '../../renderer/text/explanation.ts';
import { readMoney } from '../../renderer/text/read-money.ts';
import { day, item, priceList, service } from '../support/samples.ts';

const quoted = addUsersFigures({
  day: day('24/11/2026'),
  rule: 'actual-365',
  priceList,
  service: service([item('E', 'e-invoicing', 1, '15/03/2027')]),
  quantity: 2,
  modules: [],
  extension: true,
  offPolicy: 'own-year',
});
if (!quoted.ok) throw new Error(quoted.error.reason);
const quote = quoted.value;

test('a line: quantity, price and list, dates, months as a fraction, rule and source, exact value, rounding', () => {
  const line = quote.lines[1];
  if (line === undefined) throw new Error('no line');
  const { title, steps } = explanationText(explainLine(line, quote));
  expect(title).toBe('Fatturazione Elettronica');
  expect(
    Object.fromEntries(steps.map(({ label, value }) => [label, value.replaceAll('\u00A0', ' ')])),
  ).toEqual({
    Quantità: '1',
    'Prezzo annuo': '29,90 €, listino C6',
    Dal: '15/03/2027',
    Al: '24/11/2027',
    Distanza: '8 mesi e 9 giorni',
    'Mesi addebitati': '3048/365 mesi',
    Regola: 'giorni effettivi su 365',
    Fonte: 'lettura scelta dallo studio in Listino e regole',
    Calcolo: '1 × 29,90 × 3048/365 / 12',
    'Valore esatto': '20,807123… €',
    'Arrotondato al centesimo, una volta': '20,81 €',
  });
});

test('VAT once on the total, and the total', () => {
  expect(explanationText(explainVat(quote)).steps.at(-1)?.label).toBe('Arrotondata una volta sul totale');
  expect(explanationText(explainGross(quote)).title).toBe('Totale');
});

test('a client with two services is two lines, each with its own name', () => {
  const part = { on: day('01/02/2027'), holder: 'Alba', net: quote.net, vat: quote.vat };
  const labels = (steps: ReturnType<typeof explanationText>['steps']) => steps.map(({ label }) => label);
  expect(labels(explanationText(explainRenewals('net', [part, part])).steps)).toEqual([
    '01/02/2027, Alba',
    '01/02/2027, Alba (2)',
    'Somma',
  ]);
  const order = { holder: 'Alba', gross: quote.gross };
  expect(labels(explanationText(explainOrders([order, order])).steps)).toEqual(['Alba', 'Alba (2)', 'Somma']);
});

describe('amounts as people type them', () => {
  test.each([
    ['70,99', 7099],
    ['70.99', 7099],
    ['70,9', 7090],
    ['70', 7000],
    ['1.234,50 €', 123_450],
    ['1234,5', 123_450],
    ['1.234', 123_400],
    ['0,01', 1],
    ['EUR 1.234,50', 123_450],
    ['1.234,50\u00a0\u20ac', 123_450],
    ['64,42 euro', 6442],
  ])('%s is %i cents', (typed, value) => {
    expect(readMoney(typed)).toBe(value);
  });
  test.each(['', 'abc', '7,999', '-5', '1,2,3', '70,99x', 'euro', '12.34.56'])('%s is none', (typed) => {
    expect(readMoney(typed)).toBeUndefined();
  });
});
