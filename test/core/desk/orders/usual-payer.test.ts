import { expect, test } from 'vitest';
import { cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import { usualMethod, usualPayers } from '../../../../core/desk/orders/usual-payer.ts';
import type { CartId, ServiceId } from '../../../../core/kernel/id.ts';
import { payer } from '../../../electron/simulator/counter.ts';
import { decideBench } from '../../../support/sample-state.ts';

const sole = 'fe-sole' as ServiceId;
const users = 'service-fe-sole' as CartId;
const renewal = 'renewal-fe-sole' as CartId;

test('a first purchase is paid for by its client, as far as it is known', () => {
  const desk = decideBench();
  const [client] = desk.state.workspace.clients.values();
  if (client === undefined) throw new Error('The sample has clients');
  desk.submit({ type: 'cart/open-first', clientId: client.id, serviceKind: 'e-invoicing' });
  const cart = desk.state.workspace.carts.get(`client-${client.id}`);
  expect(cart === undefined ? undefined : usualPayers(desk.state)(cart)).toEqual({
    name: client.name,
    vatCode: client.vatCode,
    address: '',
    postcode: '',
    municipality: '',
    province: '',
    email: '',
    eInvoiceAddress: '',
  });
});

test('who paid for a client’s users pays for its renewal; who is new is paid for by the firm', () => {
  const desk = decideBench();
  const payerOf = (id: CartId) => {
    const cart = desk.state.workspace.carts.get(id);
    return cart === undefined ? undefined : usualPayers(desk.state)(cart);
  };
  desk.submit({ type: 'cart/open', serviceId: sole });
  desk.submit({ type: 'cart/open-renewal', serviceId: sole });
  const firm = desk.state.workspace.firm.get('firm')?.payer;
  expect([payerOf(users), payerOf(renewal)]).toEqual([firm, firm]);
  const cart = desk.state.workspace.carts.get(users);
  const quote = cart === undefined ? undefined : cartFigures(desk.state, cart);
  if (quote?.ok !== true) throw new Error('The cart has figures');
  const theirs = { ...payer, name: 'Panificio Sole', email: 'conti@sole.example' };
  desk.submit({
    type: 'order/confirm',
    cartId: users,
    payer: theirs,
    method: 'card',
    clausesAccepted: true,
    shownGross: quote.value.gross,
  });
  expect(payerOf(renewal)).toEqual(theirs);
  desk.submit({ type: 'cart/open', serviceId: 'fe-studio' as ServiceId });
  expect(payerOf('service-fe-studio' as CartId)).toEqual(firm);
});

test('the method of the holder’s last order is the default of the holder alone', () => {
  const desk = decideBench();
  const methodOf = (id: string) => {
    const cart = desk.state.workspace.carts.get(id as CartId);
    if (cart === undefined) throw new Error(`There is no cart ${id}`);
    return usualMethod(desk.state, cart);
  };
  desk.submit({ type: 'cart/open', serviceId: sole });
  desk.submit({ type: 'cart/open', serviceId: 'fe-serra' as ServiceId });
  const others = methodOf('service-fe-serra');
  const cart = desk.state.workspace.carts.get(users);
  const quote = cart === undefined ? undefined : cartFigures(desk.state, cart);
  if (quote?.ok !== true) throw new Error('The cart has figures');
  desk.submit({
    type: 'order/confirm',
    cartId: users,
    payer,
    method: 'prefilled-slip',
    clausesAccepted: true,
    shownGross: quote.value.gross,
  });
  desk.submit({ type: 'cart/open-renewal', serviceId: sole });
  expect(methodOf(renewal)).toBe('prefilled-slip');
  expect(methodOf('service-fe-serra')).toBe(others);
});
