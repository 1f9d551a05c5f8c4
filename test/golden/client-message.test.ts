// The message to a client who buys alone, as the client reads it: one file for each way to buy and each
// language. A changed word, cent or day is seen here first.
import '../support/page-language.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { cartFigures, serviceOfCart } from '../../core/desk/cart/cart-figures.ts';
import type { Command } from '../../core/desk/command.ts';
import { printDocumentSchema } from '../../core/formats/paper/print-document.ts';
import { cents } from '../../core/kernel/cents.ts';
import type { CartId, ClientId, ServiceId } from '../../core/kernel/id.ts';
import { isBankWorkingDay } from '../../core/kernel/working-day.ts';
import { paymentMethods, registrationDay } from '../../core/orders/payment.ts';
import { milestones } from '../../core/services/lifecycle.ts';
import { clientMessage } from '../../renderer/papers/client-message.ts';
import {
  codeStanding,
  payBy,
  type ClientPurchase,
  type MessageTerms,
} from '../../renderer/papers/client-steps.ts';
import { sheetText } from '../../renderer/papers/print-sheet.ts';
import { inLanguage, language, setLanguage, text } from '../../renderer/text/text.ts';
import { decideBench } from '../support/sample-state.ts';
import { day } from '../support/samples.ts';

afterEach(() => setLanguage('it'));

const today = day('2026-11-24');
const iban = 'IT98O9999900000000000123456';
const studio = 'fe-studio' as ServiceId;
const ways = {
  'add-users': {
    cartId: 'service-fe-studio' as CartId,
    commands: [
      { type: 'cart/open', serviceId: studio },
      { type: 'cart/quantity', cartId: 'service-fe-studio' as CartId, quantity: 2 },
      { type: 'cart/convention', cartId: 'service-fe-studio' as CartId, code: 'COMMERCIALISTI' },
    ],
  },
  'first-purchase': {
    cartId: 'client-02342520158' as CartId,
    commands: [
      { type: 'client/add', name: 'Edil Marche spa', vatCode: '02342520158' },
      { type: 'cart/open-first', clientId: '02342520158' as ClientId, serviceKind: 'e-invoicing' },
      { type: 'cart/quantity', cartId: 'client-02342520158' as CartId, quantity: 4 },
      { type: 'cart/module', cartId: 'client-02342520158' as CartId, module: 'documents', included: true },
    ],
  },
  renewal: {
    cartId: 'renewal-fe-studio' as CartId,
    commands: [
      { type: 'cart/open-renewal', serviceId: studio },
      { type: 'cart/renewal-years', cartId: 'renewal-fe-studio' as CartId, years: 2 },
    ],
  },
} as const satisfies Record<string, { cartId: CartId; commands: readonly Command[] }>;

function purchaseOf(way: keyof typeof ways) {
  const desk = decideBench();
  for (const command of ways[way].commands) {
    const done = desk.submit(command as Command);
    if (!done.ok) throw new Error(`${command.type}: ${done.error.reason}`);
  }
  const cart = desk.state.workspace.carts.get(ways[way].cartId);
  const figures = cart === undefined ? undefined : cartFigures(desk.state, cart);
  const firm = desk.state.workspace.firm.get('firm');
  if (cart === undefined || figures?.ok !== true || firm === undefined) throw new Error('No cart');
  const purchase: ClientPurchase = {
    content: cart,
    figures: figures.value,
    service: serviceOfCart(desk.state, cart) ?? null,
    holder: 'Edil Marche spa',
  };
  return { purchase, firm };
}

const terms: MessageTerms = {
  today,
  method: 'bank-transfer',
  orderNumber: '',
  shownGross: null,
  beneficiary: '',
  iban: '',
};
const ordered: MessageTerms = {
  ...terms,
  orderNumber: 'OV 2026/118',
  shownGross: cents(7100),
  beneficiary: 'Beneficiario scritto a mano',
  iban,
};

describe.each(Object.keys(ways) as (keyof typeof ways)[])('how to buy: %s', (way) => {
  const { purchase, firm } = purchaseOf(way);
  test.each(['it', 'en'] as const)('in %s', async (wanted) => {
    const sheet = inLanguage(wanted, () => clientMessage(purchase, terms, firm, undefined));
    expect(printDocumentSchema.safeParse(sheet).success).toBe(true);
    expect(sheet.language).toBe(wanted);
    await expect(inLanguage(wanted, () => sheetText(sheet))).toMatchFileSnapshot(
      `client-message-${way}.${wanted}.txt`,
    );
  });
});

describe('how to pay', () => {
  const { purchase, firm } = purchaseOf('renewal');
  test.each(['it', 'en'] as const)('by transfer, in %s', async (wanted) => {
    const sheet = inLanguage(wanted, () => clientMessage(purchase, ordered, firm, undefined));
    expect(printDocumentSchema.safeParse(sheet).success).toBe(true);
    await expect(inLanguage(wanted, () => sheetText(sheet))).toMatchFileSnapshot(
      `client-message-pay.${wanted}.txt`,
    );
  });

  test('the code has the total that Aruba showed, and the number as its only reference', () => {
    const [, transfer] = clientMessage(purchase, ordered, firm, undefined).tables;
    expect(transfer?.codes?.rows[0]?.content.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Beneficiario scritto a mano',
      iban,
      'EUR71.00',
      '',
      '',
      'OV 2026/118',
      '',
    ]);
  });

  test.each([
    ['no order number', { orderNumber: '' }, 'number'],
    ['a wrong IBAN', { iban: 'IT97O9999900000000000123456' }, 'iban'],
    ['no IBAN', { iban: '' }, 'iban'],
    ['no payee', { beneficiary: '' }, 'beneficiary'],
    ['a card', { method: 'card' }, null],
  ] as const)('no code with %s, and the IBAN is nowhere', (_, part, standing) => {
    const changed: MessageTerms = { ...ordered, ...part };
    expect(codeStanding(changed)).toBe(standing);
    const sheet = clientMessage(purchase, changed, firm, undefined);
    expect(JSON.stringify(sheet)).not.toContain('BCD');
    expect(JSON.stringify(sheet)).not.toMatch(/IT9[78]/);
  });

  test.each(paymentMethods)('the reference rule with %s: the number and nothing else', (method) => {
    const words = sheetText(clientMessage(purchase, { ...ordered, method }, firm, undefined));
    expect(words).toContain('OV 2026/118');
    expect(words).toContain('71,00');
  });
});

describe('until when', () => {
  const { purchase } = purchaseOf('renewal');
  const service = purchase.service;
  if (service === null) throw new Error('No service');
  const expiring = (expiry: string): ClientPurchase => ({
    ...purchase,
    service: {
      ...service,
      items: service.items.map((item) => ({ ...item, expiry: day(expiry), anchor: Number(expiry.slice(8)) })),
    },
  });

  test.each([
    ['card', '2026-12-07'],
    ['bank-transfer', '2026-12-04'],
    ['prefilled-slip', '2026-12-07'],
  ] as const)('E 22/12/2026 by %s: %s (rule G4)', (method, latest) => {
    expect(payBy(expiring('2026-12-22'), { ...terms, method })).toBe(latest);
  });

  test('the term is over: that is said, and no day is named', () => {
    expect(payBy(expiring('2026-12-01'), terms)).toBe('past');
    const { firm } = purchaseOf('renewal');
    const words = sheetText(clientMessage(expiring('2026-12-01'), terms, firm, undefined));
    expect(words).toContain('il termine di 15 giorni prima della scadenza è passato');
    expect(words).not.toContain('Pagare entro');
  });

  test('in grace the payment is registered before the service is deleted', () => {
    const late = expiring('2026-10-20');
    const base = late.figures.lines.map((line) => ({ ...line, expiry: day('2026-10-20') }));
    const reactivation = { ...late, figures: { ...late.figures, lines: base } };
    const latest = payBy(reactivation, terms);
    if (latest === null || latest === 'past') throw new Error('There is a day');
    expect(registrationDay('bank-transfer', latest) <= milestones(day('2026-10-20')).graceEnd).toBe(true);
    expect(isBankWorkingDay(latest)).toBe(true);
    expect(latest > milestones(day('2026-10-20')).registrationLimit).toBe(true);
  });
});

test('a paper in another language leaves the screen as it is, also when it fails', () => {
  expect(inLanguage('en', () => text('shell.close'))).toBe('Close');
  expect(() =>
    inLanguage('en', () => {
      throw new Error('paper');
    }),
  ).toThrow('paper');
  expect([language(), text('shell.close')]).toEqual(['it', 'Chiudi']);
});
