// A quote and the order that came of it: the cart carries the quote's id into the order.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { isOpenQuote, orderOfQuote, quoteStandingIn } from '../../../../core/desk/quotes/quote-order.ts';
import { settleCarts } from '../../../../core/desk/cart/cart-sync.ts';
import { applyChanges, type WorkspaceRows } from '../../../../core/desk/rows/state.ts';
import { workspaceSchemas } from '../../../../core/desk/rows/tables.ts';
import type { CartId } from '../../../../core/kernel/id.ts';
import { payer } from '../../../electron/simulator/counter.ts';
import { quoteBench } from '../../../support/quote-bench.ts';

const cartId = 'service-fe-studio' as CartId;
const confirm = (shownGross: number): Command => ({
  type: 'order/confirm',
  cartId,
  payer: { ...payer },
  method: 'bank-transfer',
  clausesAccepted: true,
  shownGross,
});

function ordered() {
  const desk = quoteBench();
  const quote = desk.newest();
  desk.issue(quote);
  desk.must({ type: 'quote/to-cart', quoteId: quote.id });
  desk.must(confirm(7099));
  return { ...desk, quote };
}

describe('an ordered quote', () => {
  test('is ordered with its order, is not open, and is neither taken to the cart nor revised again', () => {
    const { state, quote, again, refusal } = ordered();
    const [key] = state.workspace.placements.keys();
    expect([quoteStandingIn(state, again(quote)), orderOfQuote(state, quote.id)?.id]).toEqual([
      'ordered',
      key,
    ]);
    expect(isOpenQuote(state, again(quote))).toBe(false);
    for (const command of [
      { type: 'quote/to-cart', quoteId: quote.id },
      { type: 'quote/revise', quoteId: quote.id, validUntil: quote.validUntil },
      { type: 'quote/withdraw', quoteId: quote.id },
    ] satisfies Command[])
      expect(refusal(command)).toEqual({ reason: 'quote-ordered' });
  });

  test('another quote with the same content is not', () => {
    const { state, quote, newest } = ordered();
    const twin = newest({ type: 'quote/new', source: { kind: 'quote', quoteId: quote.id } });
    expect(quoteStandingIn(state, twin)).toBe('draft');
  });

  test('a withdrawn order makes it what it was, and the cart still knows its quote', () => {
    const { state, quote, again, must } = ordered();
    const [key] = state.workspace.placements.values();
    if (key === undefined) throw new Error('It was placed');
    must({ type: 'order/withdraw', key: key.id });
    expect(quoteStandingIn(state, again(quote))).toBe('issued');
    expect(state.workspace.carts.get(cartId)?.quoteId).toBe(quote.id);
  });

  test('an order that the vendor refused does not count', () => {
    const { state, quote, again } = ordered();
    for (const [id, entry] of state.workspace.outbox)
      state.workspace.outbox.set(id, { ...entry, state: 'refused' });
    expect(quoteStandingIn(state, again(quote))).toBe('issued');
  });
});

test('a cart that asks for the same already takes the quote’s id, once', () => {
  const { state, newest, must, submit } = quoteBench();
  must({ type: 'cart/open', serviceId: 'fe-studio' as never });
  const quote = newest();
  must({ type: 'quote/to-cart', quoteId: quote.id });
  expect(state.workspace.carts.get(cartId)).toMatchObject({ quantity: 2, quoteId: quote.id });
  expect(submit({ type: 'quote/to-cart', quoteId: quote.id })).toMatchObject({ ok: true, changes: [] });
});

test('a change of the vendor’s cart leaves the quote', () => {
  const { state, newest, must } = quoteBench();
  const quote = newest();
  must({ type: 'quote/to-cart', quoteId: quote.id });
  const content = {
    kind: 'add-users',
    serviceId: 'fe-studio' as never,
    quantity: 2,
    modules: [],
    extension: true,
    conventionCode: null,
  } as const;
  state.workspace.cartBases.set(cartId, {
    id: cartId,
    version: 1,
    content: { ...content, modules: [] },
    sent: [],
  });
  state.replica.vendorCarts.set(cartId, {
    cartId,
    version: 2,
    content: { ...content, modules: [], quantity: 4 },
    writes: [],
  });
  applyChanges<WorkspaceRows>(state.workspace, settleCarts(state));
  expect(state.workspace.carts.get(cartId)).toMatchObject({ quantity: 4, quoteId: quote.id });
});

test('a cart of an older version, without a quote, is read as before', () => {
  const { state, must } = quoteBench();
  must({ type: 'cart/open', serviceId: 'fe-studio' as never });
  const cart = state.workspace.carts.get(cartId);
  expect(workspaceSchemas.carts.parse(cart)).toEqual(cart);
  expect('quoteId' in workspaceSchemas.carts.parse(cart)).toBe(false);
});
