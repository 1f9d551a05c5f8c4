import { describe, expect, test } from 'vitest';
import type { ClientId, PersonId, ServiceId } from '../../../core/kernel/id.ts';
import { cartIdOf, namedInCart, figuresOf } from '../../../core/orders/cart.ts';
import { day, item, priceList, service } from '../../support/samples.ts';

const pricing = { day: day('24/11/2026'), rule: 'started-month', offPolicy: 'own-year', priceList } as const;
const addUsers = { kind: 'add-users', serviceId: 'srv-1' as ServiceId, extension: true } as const;

describe('carts', () => {
  test('one cart for one service or client', () => {
    expect(cartIdOf(addUsers)).toBe('service-srv-1');
    expect(
      cartIdOf({
        kind: 'first-purchase',
        clientId: 'c-1' as ClientId,
        serviceKind: 'receive-only',
        years: 1,
        promotion: false,
      }),
    ).toBe('client-c-1');
  });

  test('the first people of the list are those whom the quantity covers', () => {
    const personIds = ['a', 'b', 'c'] as PersonId[];
    expect(
      namedInCart({
        id: cartIdOf(addUsers),
        subject: addUsers,
        quantity: 2,
        personIds,
        modules: [],
        conventionCode: null,
      }),
    ).toEqual(['a', 'b']);
  });

  test('a cart is priced by the one engine (E1); without its service it has no figures', () => {
    const items = [
      item('E', 'e-invoicing', 1, '15/03/2027'),
      item('U', 'user', 3, '15/03/2027'),
      item('M', 'documents', 1, '15/03/2027'),
    ];
    const quote = figuresOf(
      { subject: addUsers, quantity: 2, modules: [], conventionCode: null },
      service(items),
      pricing,
    );
    expect(quote.ok && quote.value.gross).toBe(7099);
    expect(
      figuresOf({ subject: addUsers, quantity: 2, modules: [], conventionCode: null }, undefined, pricing),
    ).toEqual({
      ok: false,
      error: { reason: 'service-not-active' },
    });
  });
});
