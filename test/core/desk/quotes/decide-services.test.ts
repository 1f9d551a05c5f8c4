// A quote of several services and clients: each with its own lines, drift, cart and order. Rules C2, C4.
import { expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import { isKept, offerDriftOf } from '../../../../core/desk/quotes/offer-drift.ts';
import { quoteStandingIn } from '../../../../core/desk/quotes/quote-order.ts';
import type { Quote } from '../../../../core/desk/rows/state.ts';
import type { CartId, ClientId, ServiceId } from '../../../../core/kernel/id.ts';
import { latest, servicesOf, totalsOf } from '../../../../core/quotes/quote-document.ts';
import { payer } from '../../../electron/simulator/counter.ts';
import { feeOf, quoteBench } from '../../../support/quote-bench.ts';
import { day, priceList } from '../../../support/samples.ts';

const rossi = 'renewal-fe-rossi' as CartId;
const own = 'service-fe-studio' as CartId;
const client = 'client-02342520158' as CartId;

const renewalOf = (quote: Quote, serviceId = 'fe-rossi') =>
  ({
    type: 'quote/add-service',
    quoteId: quote.id,
    source: { kind: 'service', serviceId, what: 'renewal' },
  }) as Command;

/** The missing users of the firm, the renewal of a client, and a first purchase of another one. */
function threeServices() {
  const bench = quoteBench();
  const { must, newest } = bench;
  const quote = newest();
  must(renewalOf(quote));
  must({ type: 'client/add', name: 'Edil Marche spa', vatCode: '02342520158' });
  must({ type: 'cart/open-first', clientId: '02342520158' as ClientId, serviceKind: 'e-invoicing' });
  must({ type: 'quote/add-service', quoteId: quote.id, source: { kind: 'cart', cartId: client } });
  return { ...bench, quote };
}

test('three services of three holders in one offer: the totals are those of one document', () => {
  const { quote, again } = threeServices();
  const revision = latest(again(quote));
  expect(servicesOf(revision).map(({ content }) => content.subject.kind)).toEqual([
    'add-users',
    'renewal',
    'first-purchase',
  ]);
  const net = servicesOf(revision).reduce((sum, service) => sum + service.quote.net, 0);
  expect(totalsOf(revision)).toMatchObject({ services: net, net, vat: Math.floor(net * 0.22 + 0.5) });
});

test('the same service twice, the only one, and what is not there', () => {
  const { newest, must, refusal, again } = quoteBench();
  const quote = newest();
  const remove = (cartId: CartId): Command => ({ type: 'quote/remove-service', quoteId: quote.id, cartId });
  expect(refusal(remove(own))).toEqual({ reason: 'quote-only-service' });
  must(renewalOf(quote));
  expect(refusal(renewalOf(quote))).toMatchObject({ reason: 'quote-has-service' });
  must(feeOf(quote));
  // The first one goes: the next one takes its place, and the fees stay.
  must(remove(own));
  expect(latest(again(quote))).toMatchObject({
    content: { subject: { kind: 'renewal', serviceId: 'fe-rossi' } },
    further: [],
    fees: [{ hundredths: 200 }],
  });
  expect(latest(again(quote)).service?.id).toBe('fe-rossi');
  const code = (cartId: CartId): Command => ({
    type: 'quote/convention',
    quoteId: quote.id,
    cartId,
    code: 'commercialisti',
  });
  expect(refusal(code(own))).toEqual({ reason: 'quote-moved-on' });
  must(code(rossi));
  expect(latest(again(quote)).quote.discount?.code).toBe('COMMERCIALISTI');
});

test('another content of one service leaves the others as they were', () => {
  const { quote, again, must } = threeServices();
  const [first, second, third] = servicesOf(latest(again(quote)));
  const subject = second?.content.subject;
  if (subject?.kind !== 'renewal' || second === undefined) throw new Error('The renewal is the second');
  const content = { ...second.content, subject: { ...subject, years: 2 } };
  must({ type: 'quote/content', quoteId: quote.id, content } as unknown as Command);
  const after = servicesOf(latest(again(quote)));
  expect([after[0], after[2]]).toEqual([
    expect.objectContaining({ quote: first?.quote }),
    expect.objectContaining({ quote: third?.quote }),
  ]);
  expect(after[1]?.quote.target.slice(0, 4)).toBe(String(Number(second.quote.target.slice(0, 4)) + 1));
});

test('one change leaves the rest of the content as it is, and the other services', () => {
  const { quote, again, must, refusal } = threeServices();
  const contents = () => servicesOf(latest(again(quote))).map(({ content }) => content);
  const change = (cartId: CartId, wanted: object) =>
    ({ type: 'quote/change', quoteId: quote.id, cartId, change: wanted }) as Command;
  const [users, renewal, first] = contents();
  must(change(own, { what: 'quantity', quantity: 7 }));
  must(change(own, { what: 'extension', on: false }));
  must(change(own, { what: 'module', module: 'collections', included: true }));
  must(change(rossi, { what: 'years', years: 2 }));
  must(change(client, { what: 'module', module: 'documents', included: true }));
  must(change(client, { what: 'module', module: 'woocommerce', included: true }));
  must(change(client, { what: 'years', years: 2 }));
  expect(contents()).toEqual([
    { ...users, quantity: 7, modules: ['collections'], subject: { ...users?.subject, extension: false } },
    { ...renewal, subject: { ...renewal?.subject, years: 2 } },
    { ...first, modules: ['documents', 'woocommerce'], subject: { ...first?.subject, years: 2 } },
  ]);
  // The module that needs the other one goes with it (rule C6).
  must(change(client, { what: 'module', module: 'documents', included: false }));
  expect(contents()[2]?.modules).toEqual([]);
  // What a service does not have stays as it is; what cannot be bought is refused.
  const before = contents();
  must(change(rossi, { what: 'extension', on: true }));
  must(change(own, { what: 'years', years: 3 }));
  expect(contents()).toEqual(before);
  expect(refusal(change(own, { what: 'quantity', quantity: 0 }))?.reason).toBe('quantity-out-of-range');
  expect(refusal(change(client, { what: 'years', years: 3 }))?.reason).toBe('years-out-of-range');
  expect(refusal(change('service-fe-neri' as CartId, { what: 'years', years: 1 }))).toEqual({
    reason: 'quote-moved-on',
  });
  expect(contents()).toEqual(before);
});

test('only the services with a dearer line drift; the fees do not; keeping keeps the whole offer', () => {
  const { quote, again, must, issue, state, refusal } = threeServices();
  must(feeOf(quote));
  issue(quote);
  const dearer = {
    ...priceList,
    version: '11/2026',
    validFrom: day('2026-11-24'),
    yearly: { ...priceList.yearly, user: 540 },
  };
  must({ type: 'price-list/put', list: dearer as never });
  const found = offerDriftOf(state, again(quote));
  if (!found.ok || found.value.today === null) throw new Error('It can be bought');
  const drifted = found.value.services.map(({ drift }) => drift.same);
  expect([drifted[0], drifted[2]]).toEqual([false, true]);
  const gross = found.value.today.gross;
  expect(gross - totalsOf(latest(again(quote))).gross).toBeGreaterThan(0);
  expect(refusal({ type: 'quote/to-cart', quoteId: quote.id, cartId: own })).toMatchObject({
    reason: 'quote-differs',
  });
  expect(refusal({ type: 'quote/keep', quoteId: quote.id, today: 1 })).toEqual({ reason: 'quote-moved-on' });
  must({ type: 'quote/keep', quoteId: quote.id, today: gross });
  expect(isKept(again(quote), found.value)).toBe(true);
});

test('each service has its own way into a cart; the quote is ordered when all of them are', () => {
  const { newest, must, issue, state, refusal, again } = quoteBench();
  const quote = newest();
  must(renewalOf(quote));
  issue(quote);
  const order = (cartId: CartId, shownGross: number): void => {
    must({ type: 'quote/to-cart', quoteId: quote.id, cartId });
    must({
      type: 'order/confirm',
      cartId,
      payer: { ...payer },
      method: 'bank-transfer',
      clausesAccepted: true,
      shownGross,
    } as Command);
  };
  const [first, second] = servicesOf(latest(again(quote)));
  order(own, first?.quote.gross ?? 0);
  expect(quoteStandingIn(state, again(quote))).toBe('issued');
  expect(refusal({ type: 'quote/to-cart', quoteId: quote.id, cartId: own })).toEqual({
    reason: 'quote-ordered',
  });
  expect(refusal({ type: 'quote/withdraw', quoteId: quote.id })).toEqual({ reason: 'quote-ordered' });
  order(rossi, second?.quote.gross ?? 0);
  expect(quoteStandingIn(state, again(quote))).toBe('ordered');
});

test('a draft that changes lets its cart go, and so does one that is discarded', () => {
  const { newest, must, state, again } = quoteBench();
  const quote = newest();
  const cartFrom = () => state.workspace.carts.get(own)?.quoteId;
  must({ type: 'quote/to-cart', quoteId: quote.id });
  expect(cartFrom()).toBe(quote.id);
  must({ type: 'quote/change', quoteId: quote.id, change: { what: 'quantity', quantity: 7 } });
  expect([cartFrom(), quoteStandingIn(state, again(quote))]).toEqual([undefined, 'draft']);
  const other = newest();
  must({ type: 'quote/to-cart', quoteId: other.id });
  expect(cartFrom()).toBe(other.id);
  must({ type: 'quote/discard', quoteId: other.id });
  expect([cartFrom(), state.workspace.carts.has(own)]).toEqual([undefined, true]);
});

test('a draft whose service is ordered neither changes nor goes', () => {
  const { newest, must, refusal, state } = quoteBench();
  const quote = newest();
  must({ type: 'quote/to-cart', quoteId: quote.id });
  must({
    type: 'order/confirm',
    cartId: own,
    payer,
    method: 'bank-transfer',
    clausesAccepted: true,
    shownGross: latest(quote).quote.gross,
  } as never);
  expect(quoteStandingIn(state, quote)).toBe('ordered');
  const change = { what: 'quantity', quantity: 7 } as const;
  expect(refusal({ type: 'quote/change', quoteId: quote.id, change })).toEqual({ reason: 'quote-ordered' });
  expect(refusal({ type: 'quote/discard', quoteId: quote.id })).toEqual({ reason: 'quote-ordered' });
});

test('prices that were kept stay kept for one service when the other one is ordered and renewed meanwhile', () => {
  const { newest, must, issue, state, again, refusal } = quoteBench();
  const quote = newest();
  must(renewalOf(quote));
  issue(quote);
  must({
    type: 'price-list/put',
    list: {
      ...priceList,
      version: '11/2026',
      validFrom: day('2026-11-24'),
      yearly: { ...priceList.yearly, 'e-invoicing': 3190 },
    } as never,
  });
  const today = offerDriftOf(state, again(quote));
  must({ type: 'quote/keep', quoteId: quote.id, today: (today.ok && today.value.today?.gross) || null });
  must({ type: 'quote/to-cart', quoteId: quote.id, cartId: own });
  const cart = state.workspace.carts.get(own);
  const figures = cart === undefined ? undefined : cartFigures(state, cart);
  must({
    type: 'order/confirm',
    cartId: own,
    payer: { ...payer },
    method: 'bank-transfer',
    clausesAccepted: true,
    shownGross: figures?.ok === true ? figures.value.gross : 0,
  } as Command);
  // As an activation would: the ordered service ends later.
  const service = state.replica.services.get('fe-studio' as ServiceId);
  if (service === undefined) throw new Error('The sample has it');
  const items = service.items.map((item) => ({ ...item, expiry: day('2028-03-15') }));
  state.replica.services.set(service.id, { ...service, items });
  const later = offerDriftOf(state, again(quote));
  expect(later.ok && later.value.services.map(({ drift }) => drift.same)).toEqual([true, false]);
  expect(later.ok && isKept(again(quote), later.value)).toBe(true);
  expect(refusal({ type: 'quote/to-cart', quoteId: quote.id, cartId: rossi })).toBeUndefined();
});

test('a quote is issued with the total that was shown, and accepted as the revision that was shown', () => {
  const { newest, refusal, must } = quoteBench();
  const quote = newest();
  const { gross } = totalsOf(latest(quote));
  const issue = (shownGross: number) =>
    ({ type: 'quote/issue', quoteId: quote.id, serial: null, shownGross }) as const;
  expect(refusal(issue(gross + 1))).toEqual({ reason: 'figures-changed', shown: gross + 1, now: gross });
  must(issue(gross));
  expect(refusal({ type: 'quote/accept', quoteId: quote.id, revision: 2 })).toEqual({
    reason: 'quote-moved-on',
  });
  expect(refusal({ type: 'quote/accept', quoteId: quote.id, revision: 1 })).toBeUndefined();
});
