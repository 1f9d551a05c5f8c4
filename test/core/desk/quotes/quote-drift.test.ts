// Today's figures of a quote, its way into the cart, and the logo. Rules C4, C6.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import { isKept, offerDriftOf } from '../../../../core/desk/quotes/offer-drift.ts';
import { driftOf, repriced } from '../../../../core/desk/quotes/quote-drift.ts';
import { quoteStandingIn } from '../../../../core/desk/quotes/quote-order.ts';
import { quotedPriceOf } from '../../../../core/desk/quotes/quoted-price.ts';
import type { CartId } from '../../../../core/kernel/id.ts';
import { latest } from '../../../../core/quotes/quote-document.ts';
import { payer } from '../../../electron/simulator/counter.ts';
import { forRenewal, longer, quoteBench, studio } from '../../../support/quote-bench.ts';
import { day, priceList } from '../../../support/samples.ts';

describe('drift', () => {
  const dearer = {
    ...priceList,
    version: '11/2026',
    validFrom: day('2026-11-24'),
    yearly: { ...priceList.yearly, user: 540 },
  } as const;

  test('none for a quote that nothing has touched, and none from the day alone where no amount moves', () => {
    const { newest, state } = quoteBench();
    const quote = newest(forRenewal);
    const found = driftOf(state, quote);
    expect(found.ok && found.value).toMatchObject({ same: true, causes: [] });
    state.today = day('2026-11-28');
    const later = driftOf(state, quote);
    expect(later.ok && later.value.same).toBe(true);
  });

  test('a new price list: which lines, how much, and that the list is why; kept until it is another one', () => {
    const { newest, issue, must, state, refusal, again } = quoteBench();
    const quote = newest();
    issue(quote);
    must({ type: 'price-list/put', list: dearer as never });
    const found = driftOf(state, again(quote));
    if (!found.ok || !found.value.today.ok) throw new Error('It can be bought');
    expect(found.value.causes.map(({ kind }) => kind)).toEqual(['price-list']);
    expect(
      found.value.lines.filter(({ same }) => !same).map(({ kind, reason }) => `${reason} ${kind}`),
    ).toEqual(['bought user', 'extension user']);
    const gross = found.value.today.value.gross;
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toEqual({
      reason: 'quote-differs',
      quoted: latest(quote).quote.gross,
      today: gross,
    });
    expect(refusal({ type: 'quote/keep', quoteId: quote.id, today: 1 })).toEqual({
      reason: 'quote-moved-on',
    });
    must({ type: 'quote/keep', quoteId: quote.id, today: gross });
    const whole = offerDriftOf(state, again(quote));
    expect(whole.ok && isKept(again(quote), whole.value)).toBe(true);
    expect(latest(again(quote)).quote).toEqual(latest(quote).quote);
    must({ type: 'price-list/put', list: { ...dearer, yearly: { ...dearer.yearly, user: 550 } } as never });
    const next = offerDriftOf(state, again(quote));
    expect(next.ok && isKept(again(quote), next.value)).toBe(false);
  });

  test('kept prices go to the cart at today’s price, and the quote becomes ordered; not at another price', () => {
    const { newest, issue, must, state, refusal, again } = quoteBench();
    const quote = newest();
    const toCart: Command = { type: 'quote/to-cart', quoteId: quote.id };
    issue(quote);
    must({ type: 'quote/accept', quoteId: quote.id });
    must({ type: 'price-list/put', list: dearer as never });
    const today = offerDriftOf(state, again(quote));
    must({ type: 'quote/keep', quoteId: quote.id, today: (today.ok && today.value.today?.gross) || null });
    // Dearer still: a person has not said that this may be.
    must({ type: 'price-list/put', list: { ...dearer, yearly: { ...dearer.yearly, user: 550 } } as never });
    expect(refusal(toCart)).toMatchObject({ reason: 'quote-differs', quoted: 7099 });
    must({ type: 'price-list/put', list: dearer as never });
    must(toCart);
    const [cart] = state.workspace.carts.values();
    if (cart === undefined) throw new Error('It is in the cart');
    const figures = cartFigures(state, cart);
    expect(figures.ok && figures.value.gross).toBe(7358);
    expect(quotedPriceOf(state, cart)).toMatchObject({ gross: 7099, accepted: true, same: true });
    expect(quotedPriceOf(state, { ...cart, quantity: 9 })?.same).toBe(false);
    // Whoever the users are for.
    expect(quotedPriceOf(state, { ...cart, personIds: [] })?.same).toBe(true);
    expect(latest(again(quote)).quote.gross).toBe(7099);
    must({
      type: 'order/confirm',
      cartId: cart.id,
      payer: { ...payer },
      method: 'bank-transfer',
      clausesAccepted: true,
      shownGross: 7358,
    } as Command);
    expect(quoteStandingIn(state, again(quote))).toBe('ordered');
  });

  test('a convention of a draft: typed as people do, priced at once; another percentage or none on a new list is told as the list’s', () => {
    const { newest, must, state, refusal, again } = quoteBench();
    const quote = newest();
    const { net } = latest(quote).quote;
    must({ type: 'quote/convention', quoteId: quote.id, code: ' commercialisti ' });
    const reduced = latest(again(quote)).quote;
    expect(reduced.discount).toMatchObject({
      code: 'COMMERCIALISTI',
      basisPoints: 1000,
      net: -Math.round(net / 10),
    });
    expect(reduced.net).toBe(net - Math.round(net / 10));
    expect(refusal({ type: 'quote/convention', quoteId: quote.id, code: 'nessuno' })).toEqual({
      reason: 'unknown-convention',
      code: 'NESSUNO',
    });
    const same = { ...priceList, version: '11/2026', validFrom: day('2026-11-24') };
    must({
      type: 'price-list/put',
      list: { ...same, conventions: [{ code: 'COMMERCIALISTI', basisPoints: 500 }] } as never,
    });
    const less = driftOf(state, again(quote));
    expect(less.ok && less.value).toMatchObject({ same: false, causes: [{ kind: 'price-list' }] });
    expect(less.ok && less.value.lines.every((line) => line.same)).toBe(true);
    must({ type: 'price-list/put', list: { ...same, conventions: [] } as never });
    const gone = driftOf(state, again(quote));
    expect(gone.ok && gone.value.today).toEqual({
      ok: false,
      error: { reason: 'unknown-convention', code: 'COMMERCIALISTI' },
    });
    // Without the code it can be bought again, at today's prices.
    must({ type: 'quote/convention', quoteId: quote.id, code: null });
    expect(latest(again(quote)).quote).toMatchObject({ net, discount: null });
  });

  test('the service renewed meanwhile, another rule, users added: each named', () => {
    const { newest, must, state } = quoteBench();
    const quote = newest();
    const service = state.replica.services.get(studio);
    if (service === undefined) throw new Error('The sample has its service');
    const causes = (): readonly string[] => {
      const found = driftOf(state, quote);
      return found.ok ? found.value.causes.map(({ kind }) => kind) : [];
    };
    state.replica.services.set(studio, {
      ...service,
      items: service.items.map((item) => ({ ...item, expiry: day('2028-03-15') })),
    });
    expect(causes()).toEqual(['renewed']);
    state.replica.services.set(studio, {
      ...service,
      items: service.items.map((item) => (item.kind === 'user' ? { ...item, quantity: 9 } : item)),
    });
    expect(causes()).toEqual(['seats']);
    state.replica.services.set(studio, {
      ...service,
      items: service.items.filter(({ kind }) => kind !== 'documents'),
    });
    expect(causes()).toEqual(['modules']);
    state.replica.services.delete(studio);
    expect(causes()).toEqual(['service']);
    const gone = driftOf(state, quote);
    expect(gone.ok && gone.value.lines.every(({ same, theirs }) => !same && theirs === null)).toBe(true);
    state.replica.services.set(studio, service);
    must({
      type: 'firm/settings',
      rule: 'completed-month',
      offPolicy: 'own-year',
      language: 'it',
      theme: 'light',
    });
    expect(causes()).toEqual(['rule']);
    expect(repriced(latest(quote))).toEqual({ ok: true, value: latest(quote).quote });
  });
});

describe('into the cart', () => {
  test('the same figures, whoever waits is named; again changes nothing; something else in the cart is in the way', () => {
    const { newest, issue, must, state, refusal } = quoteBench();
    const quote = newest();
    issue(quote);
    must({ type: 'quote/to-cart', quoteId: quote.id });
    const cart = state.workspace.carts.get('service-fe-studio');
    expect(cart).toMatchObject({ quantity: 2, personIds: ['p-g-sanna', 'p-d-fontana'] });
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toBeUndefined();
    must({ type: 'cart/quantity', cartId: 'service-fe-studio' as CartId, quantity: 5 });
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toMatchObject({
      reason: 'cart-holds-other',
    });
  });

  test('a withdrawn quote, and one that its cart would be refused for', () => {
    const { newest, issue, must, state, refusal } = quoteBench();
    const [gone, quote] = [newest(), newest()];
    issue(gone);
    must({ type: 'quote/withdraw', quoteId: gone.id });
    expect(refusal({ type: 'quote/to-cart', quoteId: gone.id })).toEqual({ reason: 'quote-withdrawn' });
    state.today = day('2027-03-20');
    must({ ...longer(quote), validUntil: day('2027-12-31') } as Command);
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toEqual({ reason: 'service-in-grace' });
  });
});

describe('the logo', () => {
  const png = (bytes: number): string => `iVBORw0KGgo${'A'.repeat(Math.ceil((bytes * 4) / 3) - 11)}`;

  test('PNG and JPEG up to 1 MB, or none', () => {
    const { must, state } = quoteBench();
    must({ type: 'firm/logo', base64: png(1000) });
    expect(state.workspace.logos.get('firm')?.type).toBe('image/png');
    must({ type: 'firm/logo', base64: '/9j/4AAQ' });
    expect(state.workspace.logos.get('firm')?.type).toBe('image/jpeg');
    must({ type: 'firm/logo', base64: null });
    expect(state.workspace.logos.size).toBe(0);
  });

  test('too big, and no picture at all', () => {
    const { refusal } = quoteBench();
    expect(refusal({ type: 'firm/logo', base64: png(1_048_600) })).toMatchObject({
      reason: 'logo-too-big',
      most: 1_048_576,
    });
    expect(refusal({ type: 'firm/logo', base64: 'R0lGODlh' })).toEqual({ reason: 'logo-not-a-picture' });
    expect(refusal({ type: 'firm/logo', base64: 'iVBORw0KGgo<svg>' })).toEqual({
      reason: 'logo-not-a-picture',
    });
  });
});
