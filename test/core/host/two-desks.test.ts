// Two administrators with one account and a desk each. Carts become the same on both desks.
import { describe, expect, test } from 'vitest';
import { cartConflicts } from '../../../core/desk/cart/cart-standing.ts';
import { grossOf } from '../../support/main-job.ts';
import { cartOf, extension, quantity, sharedCart, sync, twoDesks } from '../../support/two-desks.ts';

describe('a cart on two desks', () => {
  test('opened here, it is there after an exchange, without any name', async () => {
    const { anna, bruno } = await sharedCart();
    expect(cartOf(anna)?.personIds).toHaveLength(2);
    expect(cartOf(bruno)).toMatchObject({ quantity: 2, personIds: [], subject: { extension: true } });
    expect(grossOf(bruno)).toBe(grossOf(anna));
  });

  test('a pause after typing is enough: nobody has to ask for the exchange', async () => {
    const { anna, bruno } = await sharedCart();
    for (const count of [3, 4, 5]) quantity(anna, count);
    const before = anna.requests.length;
    await anna.pass(3000);
    expect(anna.requests.slice(before).filter(({ method }) => method === 'PUT')).toHaveLength(1);
    await bruno.pass(20_000);
    expect(cartOf(bruno)?.quantity).toBe(5);
  });

  test('each changes another line without a network: both changes hold on both desks', async () => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 5);
    extension(bruno, false);
    await sync(anna, bruno, anna);
    for (const desk of [anna, bruno])
      expect(cartOf(desk)).toMatchObject({ quantity: 5, subject: { extension: false } });
    expect(cartOf(anna)?.personIds).toHaveLength(2);
  });

  test("the answer to a write is lost: it is found among the vendor's writes, and is no conflict with oneself", async () => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 4);
    await anna.fault({ kind: 'lost-reply', times: 1, path: '/api/v2/carts', delayMs: 0 });
    await sync(anna);
    quantity(anna, 5);
    // In the meantime somebody else undoes exactly this change.
    await sync(bruno);
    quantity(bruno, 2);
    await sync(bruno, anna);
    expect(cartConflicts(anna.state())).toMatchObject([
      { conflicts: ['quantity'], mine: { quantity: 5 }, theirs: { content: { quantity: 2 } } },
    ]);
    quantity(anna, 4);
    expect(cartConflicts(anna.state())).toEqual([]);
    await sync(anna);
    expect(cartOf(anna)?.quantity).toBe(2);
  });

  test('a first purchase begun here brings its client to the other desk', async () => {
    const { anna, bruno } = await twoDesks();
    anna.do({ type: 'client/add', name: 'Nuovo srl', vatCode: '86334519757' });
    anna.do({ type: 'cart/open-first', clientId: '86334519757' as never, serviceKind: 'e-invoicing' });
    await sync(anna, bruno);
    expect(bruno.state().workspace.clients.get('86334519757')).toMatchObject({ name: 'Nuovo srl' });
    expect(bruno.state().workspace.carts.get('client-86334519757')).toMatchObject({
      subject: { kind: 'first-purchase', years: 1 },
    });
  });
});
