// Two desks change the same line of a cart. The person decides.
import { describe, expect, test } from 'vitest';
import { cartConflicts } from '../../../core/desk/cart/cart-standing.ts';
import { cartFigures } from '../../../core/desk/cart/cart-figures.ts';
import type { CartId, ServiceId } from '../../../core/kernel/id.ts';
import { payer } from '../../electron/simulator/counter.ts';
import { grossOf, ownCart } from '../../support/main-job.ts';
import { secondMachine, startHost } from '../../support/test-host.ts';
import { cartOf, quantity, sharedCart, sync, twoDesks } from '../../support/two-desks.ts';

describe('two desks that disagree about a cart', () => {
  test('both change one line: the second one is asked, and nothing is sent or ordered until then', async () => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 5);
    quantity(bruno, 7);
    await sync(anna, bruno, anna, bruno);
    expect(cartConflicts(bruno.state())).toMatchObject([
      {
        cartId: ownCart,
        conflicts: ['quantity'],
        mine: { quantity: 7 },
        theirs: { content: { quantity: 5 } },
      },
    ]);
    expect(bruno.host.snapshot().sync.link).toBe('attention');
    expect(cartOf(anna)?.quantity).toBe(5);
    const order = {
      type: 'order/confirm',
      cartId: ownCart,
      payer: { ...payer },
      method: 'card',
      clausesAccepted: true,
    } as const;
    expect(bruno.host.submit({ ...order, shownGross: grossOf(bruno) })).toMatchObject({
      ok: false,
      error: { reason: 'cart-conflict' },
    });
  });

  test.each([
    ['mine', 7],
    ['theirs', 5],
  ] as const)('the person chooses %s, and both desks have it', async (side, count) => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 5);
    quantity(bruno, 7);
    await sync(anna, bruno);
    const [conflict] = cartConflicts(bruno.state());
    bruno.do({
      type: 'cart/resolve',
      cartId: ownCart,
      version: conflict?.theirs.version ?? -1,
      choices: { quantity: side },
    });
    await sync(bruno, anna);
    for (const desk of [anna, bruno]) {
      expect(cartOf(desk)?.quantity).toBe(count);
      expect(cartConflicts(desk.state())).toEqual([]);
      expect(desk.host.snapshot().sync.link).toBe('synced');
    }
  });

  test.each(['mine', 'theirs'] as const)(
    'the service has run out meanwhile: the cart has no figures, and %s can be chosen all the same',
    async (side) => {
      const { anna, bruno } = await twoDesks();
      const serviceId = 'fe-rossi' as ServiceId;
      const cartId = 'service-fe-rossi' as CartId;
      for (const desk of [anna, bruno]) desk.do({ type: 'cart/open', serviceId });
      anna.do({ type: 'cart/quantity', cartId, quantity: 5 });
      bruno.do({ type: 'cart/quantity', cartId, quantity: 7 });
      await anna.act({ action: 'move-day', days: 40 });
      await sync(anna, bruno);
      const [conflict] = cartConflicts(bruno.state());
      expect(conflict).toMatchObject({ cartId, conflicts: ['quantity'] });
      const cart = bruno.state().workspace.carts.get(cartId);
      expect(cart === undefined || cartFigures(bruno.state(), cart)).toMatchObject({
        error: { reason: 'service-in-grace' },
      });
      bruno.do({
        type: 'cart/resolve',
        cartId,
        version: conflict?.theirs.version ?? -1,
        choices: { quantity: side },
      });
      await sync(bruno, anna);
      for (const desk of [anna, bruno])
        expect(desk.state().workspace.carts.get(cartId)?.quantity).toBe(side === 'mine' ? 7 : 5);
    },
  );

  test('a choice is about what was on the screen: moved on meanwhile, it is refused', async () => {
    const { anna, bruno } = await sharedCart();
    quantity(anna, 5);
    quantity(bruno, 7);
    await sync(anna, bruno);
    const version = cartConflicts(bruno.state())[0]?.theirs.version ?? -1;
    quantity(anna, 6);
    await sync(anna, bruno);
    expect(
      bruno.host.submit({ type: 'cart/resolve', cartId: ownCart, version, choices: { quantity: 'mine' } }),
    ).toEqual({
      ok: false,
      error: { reason: 'conflict-moved-on' },
    });
    expect(cartOf(bruno)?.quantity).toBe(7);
  });

  test('discarded there: unchanged here it goes, changed here the person is asked', async () => {
    const one = await sharedCart();
    one.anna.do({ type: 'cart/discard', cartId: ownCart });
    await sync(one.anna, one.bruno);
    expect(cartOf(one.bruno)).toBeUndefined();
    const other = await sharedCart();
    other.anna.do({ type: 'cart/discard', cartId: ownCart });
    quantity(other.bruno, 9);
    await sync(other.anna, other.bruno);
    expect(cartConflicts(other.bruno.state())).toMatchObject([
      { conflicts: ['*'], mine: { quantity: 9 }, theirs: { content: null } },
    ]);
    other.bruno.do({ type: 'cart/resolve', cartId: ownCart, version: 2, choices: { '*': 'theirs' } });
    expect(cartOf(other.bruno)).toBeUndefined();
  });

  test('modules that fit each cart but not each other are for the person', async () => {
    const { anna, bruno } = await twoDesks();
    anna.do({ type: 'client/add', name: 'Nuovo srl', vatCode: '86334519757' });
    anna.do({ type: 'cart/open-first', clientId: '86334519757' as never, serviceKind: 'e-invoicing' });
    const cartId = 'client-86334519757' as never;
    anna.do({ type: 'cart/module', cartId, module: 'documents', included: true });
    await sync(anna, bruno);
    anna.do({ type: 'cart/module', cartId, module: 'documents', included: false });
    bruno.do({ type: 'cart/module', cartId, module: 'woocommerce', included: true });
    await sync(anna, bruno);
    expect([...(cartConflicts(bruno.state())[0]?.conflicts ?? [])].sort()).toEqual([
      'module:documents',
      'module:woocommerce',
    ]);
    expect(
      bruno.host.submit({
        type: 'cart/resolve',
        cartId,
        version: 2,
        choices: { 'module:documents': 'theirs', 'module:woocommerce': 'mine' },
      }),
    ).toMatchObject({
      ok: false,
      error: { reason: 'module-needs' },
    });
    bruno.do({
      type: 'cart/resolve',
      cartId,
      version: 2,
      choices: { 'module:documents': 'mine', 'module:woocommerce': 'mine' },
    });
    await sync(bruno, anna);
    for (const desk of [anna, bruno])
      expect(desk.state().workspace.carts.get('client-86334519757')?.modules).toEqual([
        'documents',
        'woocommerce',
      ]);
  });

  test('a vendor that lost its memory has no cart: the person is asked, and it is written anew', async () => {
    const { anna } = await sharedCart();
    quantity(anna, 3);
    anna.machine.clock.advance(3_600_000);
    const fresh = await startHost({ machine: secondMachine(anna.machine) });
    const moved = await startHost({ machine: { ...anna.machine, starts: 500 }, vendor: fresh.backend });
    await moved.signIn();
    await sync(moved);
    expect(cartConflicts(moved.state())).toMatchObject([
      { conflicts: ['*'], mine: { quantity: 3 }, theirs: { version: 0, content: null } },
    ]);
    moved.do({ type: 'cart/resolve', cartId: ownCart, version: 0, choices: { '*': 'mine' } });
    await sync(moved);
    expect(moved.state().replica.vendorCarts.get(ownCart)).toMatchObject({
      version: 1,
      content: { quantity: 3 },
    });
  });
});
