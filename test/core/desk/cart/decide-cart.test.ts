import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { cartPricing, cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import type { CartId, ClientId, PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { decideBench } from '../../../support/sample-state.ts';

const own = 'fe-studio' as ServiceId;
const ownCart = 'service-fe-studio' as CartId;
const noCart = 'service-nowhere' as CartId;
const client = '05566770516' as ClientId;
const clientCart = 'client-05566770516' as CartId;
const open = (serviceId: string): Command => ({ type: 'cart/open', serviceId: serviceId as ServiceId });
const openFirst: Command = { type: 'cart/open-first', clientId: client, serviceKind: 'e-invoicing' };
const quantity = (cartId: CartId, count: number): Command => ({
  type: 'cart/quantity',
  cartId,
  quantity: count,
});
const module = (
  cartId: CartId,
  kind: Extract<Command, { type: 'cart/module' }>['module'],
  included = true,
): Command => ({
  type: 'cart/module',
  cartId,
  module: kind,
  included,
});
const term = (
  years: number,
  promotion: boolean,
  serviceKind: 'e-invoicing' | 'receive-only' = 'e-invoicing',
): Command => ({
  type: 'cart/term',
  cartId: clientCart,
  serviceKind,
  years,
  promotion,
});

function withCart(...commands: readonly Command[]) {
  const desk = decideBench();
  for (const command of [open('fe-studio'), openFirst, ...commands]) {
    const done = desk.submit(command);
    if (!done.ok) throw new Error(done.error.reason);
  }
  return desk;
}
const cartOf = (desk: ReturnType<typeof decideBench>, cartId: CartId = ownCart) => {
  const cart = desk.state.workspace.carts.get(cartId);
  if (cart === undefined) throw new Error('The cart is open');
  return cart;
};

describe('opening a cart', () => {
  test('with the seats that are missing and the names that they are for, extension on', () => {
    expect(cartOf(withCart())).toMatchObject({
      quantity: 2,
      personIds: ['p-g-sanna', 'p-d-fontana'],
      modules: [],
      subject: { extension: true },
    });
  });

  test('nobody is missing: one seat without a name', () => {
    const desk = decideBench();
    desk.submit(open('fe-sole'));
    expect(cartOf(desk, 'service-fe-sole' as CartId)).toMatchObject({ quantity: 1, personIds: [] });
  });

  test('an open cart is left as it is, and takes up who is new: the unnamed first', () => {
    const desk = withCart(quantity(ownCart, 3));
    expect(desk.submit(open('fe-studio'))).toEqual({ ok: true, changes: [] });
    desk.submit({
      type: 'seat/need',
      serviceId: own,
      personIds: ['p-f-riva', 'p-l-rizzi'] as PersonId[],
      needed: true,
    });
    desk.submit(open('fe-studio'));
    expect(cartOf(desk)).toMatchObject({
      quantity: 4,
      personIds: ['p-g-sanna', 'p-d-fontana', 'p-f-riva', 'p-l-rizzi'],
    });
  });

  test('a lowered quantity names fewer, and opening again asks for those left out', () => {
    const desk = withCart(quantity(ownCart, 1));
    desk.submit(open('fe-studio'));
    expect(cartOf(desk)).toMatchObject({ quantity: 2, personIds: ['p-g-sanna', 'p-d-fontana'] });
  });

  test('with a quantity: so many seats, for the first of the people, in a cart that is open too', () => {
    const desk = decideBench();
    const openWith = (count: number): Command => ({ type: 'cart/open', serviceId: own, quantity: count });
    desk.submit(openWith(1));
    expect(cartOf(desk)).toMatchObject({ quantity: 1, personIds: ['p-g-sanna', 'p-d-fontana'] });
    desk.submit(openWith(5));
    expect(cartOf(desk)).toMatchObject({ quantity: 5, personIds: ['p-g-sanna', 'p-d-fontana'] });
    for (const count of [0, -1, 1000])
      expect(desk.refusal(openWith(count))).toEqual({
        reason: 'quantity-out-of-range',
        least: 1,
        most: 999,
      });
    expect(cartOf(desk).quantity).toBe(5);
  });

  test.each([
    ['fe-nowhere', { reason: 'unknown', what: 'service' }],
    ['fe-conti', { reason: 'service-in-grace' }],
    ['fe-edil-marche', { reason: 'service-not-active' }],
  ])('for %s it is refused', (serviceId, refusal) => {
    expect(decideBench().refusal(open(serviceId))).toEqual(refusal);
  });

  test('a first purchase: on promotion for a year, no users yet; opened again it is the same', () => {
    const desk = withCart();
    expect(cartOf(desk, clientCart)).toMatchObject({
      quantity: 0,
      subject: { years: 1, promotion: true, serviceKind: 'e-invoicing' },
    });
    expect(desk.submit(openFirst)).toEqual({ ok: true, changes: [] });
    expect(desk.refusal({ ...openFirst, clientId: 'c-nobody' as ClientId } as Command)).toEqual({
      reason: 'unknown',
      what: 'client',
    });
  });
});

describe('changing a cart', () => {
  test.each([0, -1, 1000, 1e9])('a quantity of %i is out of range', (count) => {
    expect(withCart().refusal(quantity(ownCart, count))).toEqual({
      reason: 'quantity-out-of-range',
      least: 1,
      most: 999,
    });
  });

  test('1 and 999 are in range; a first purchase may have none', () => {
    expect(
      withCart(quantity(ownCart, 999), quantity(ownCart, 1), quantity(clientCart, 0)).refusal(
        quantity(clientCart, -1),
      ),
    ).toEqual({
      reason: 'quantity-out-of-range',
      least: 0,
      most: 999,
    });
  });

  test('the extension changes the figures, not the users', () => {
    const desk = withCart();
    const on = cartFigures(desk.state, cartOf(desk));
    desk.submit({ type: 'cart/extension', cartId: ownCart, on: false });
    const off = cartFigures(desk.state, cartOf(desk));
    expect([on.ok && on.value.gross, off.ok && off.value.gross]).toEqual([7099, 1196]);
    expect(desk.submit({ type: 'cart/extension', cartId: clientCart, on: false })).toEqual({
      ok: true,
      changes: [],
    });
  });

  test('modules: active ones, unsold ones and ones that need another are refused; what needs another goes with it', () => {
    expect(withCart().refusal(module(ownCart, 'documents'))).toEqual({
      reason: 'module-already-active',
      module: 'documents',
    });
    expect(withCart().submit(module(ownCart, 'woocommerce'))).toMatchObject({ ok: true });
    expect(withCart().refusal(module(clientCart, 'woocommerce'))).toEqual({
      reason: 'module-needs',
      module: 'woocommerce',
      needs: 'documents',
    });
    const desk = withCart(
      module(clientCart, 'documents'),
      module(clientCart, 'woocommerce'),
      module(clientCart, 'collections'),
    );
    desk.submit(module(clientCart, 'documents', false));
    expect(cartOf(desk, clientCart).modules).toEqual(['collections']);
    desk.submit(module(clientCart, 'collections'));
    expect(cartOf(desk, clientCart).modules).toEqual(['collections']);
  });

  test('receive-only takes no modules: choosing it puts them back', () => {
    const desk = withCart(module(clientCart, 'documents'), term(1, false, 'receive-only'));
    expect(cartOf(desk, clientCart).modules).toEqual([]);
    expect(desk.refusal(module(clientCart, 'documents'))).toEqual({ reason: 'module-not-sold' });
  });

  test('what is named of its term changes, the rest stays; on promotion it has two years at most', () => {
    const desk = withCart();
    const subjects: unknown[] = [];
    for (const change of [{ promotion: false }, { years: 5 }, { promotion: true }, { promotion: false }]) {
      desk.submit({ type: 'cart/term', cartId: clientCart, ...change });
      const { subject } = cartOf(desk, clientCart);
      if (subject.kind === 'first-purchase') subjects.push([subject.years, subject.promotion]);
    }
    expect(subjects).toEqual([
      [1, false],
      [5, false],
      [2, true],
      [2, false],
    ]);
  });

  test.each([
    [0, false, 10],
    [11, false, 10],
    [3, true, 2],
    [-1, true, 2],
  ])('%i years, promotion %s: out of range', (years, promotion, most) => {
    expect(withCart().refusal(term(years, promotion))).toEqual({ reason: 'years-out-of-range', most });
  });

  test('the term of a cart that has none stays away', () => {
    expect(withCart().submit({ ...term(1, false), cartId: ownCart } as Command)).toEqual({
      ok: true,
      changes: [],
    });
  });

  test('emptied, it is gone', () => {
    const desk = withCart({ type: 'cart/discard', cartId: ownCart });
    expect(desk.state.workspace.carts.has(ownCart)).toBe(false);
  });

  test.each<Command>([
    quantity(noCart, 1),
    { type: 'cart/extension', cartId: noCart, on: true },
    module(noCart, 'documents'),
    { ...term(1, false), cartId: noCart } as Command,
    { type: 'cart/discard', cartId: noCart },
  ])('$type of a cart that is not there', (command) => {
    expect(decideBench().refusal(command)).toEqual({ reason: 'unknown', what: 'cart' });
  });
});

describe('pricing', () => {
  test('needs a firm and a price list in force', () => {
    const desk = withCart();
    desk.state.replica.priceLists.clear();
    expect(cartPricing(desk.state)).toEqual({ ok: false, error: { reason: 'unknown', what: 'price-list' } });
    expect(desk.refusal(quantity(ownCart, 3))).toEqual({ reason: 'unknown', what: 'price-list' });
    desk.state.workspace.firm.clear();
    expect(cartPricing(desk.state)).toEqual({ ok: false, error: { reason: 'unknown', what: 'firm' } });
  });

  test('a cart whose service is gone has no figures', () => {
    const desk = withCart();
    desk.state.replica.services.delete(own);
    expect(cartFigures(desk.state, cartOf(desk))).toEqual({
      ok: false,
      error: { reason: 'service-not-active' },
    });
  });
});
