// The lines of a renewal cart: which ones two desks can change independently, and which ones
// only seem independent.
import { describe, expect, test } from 'vitest';
import { cartLines, leftOutOfLine, reducedOfLine, withLines } from '../../../../core/desk/cart/cart-lines.ts';
import { resolveConflict, settleCarts } from '../../../../core/desk/cart/cart-sync.ts';
import { cartStanding } from '../../../../core/desk/cart/cart-standing.ts';
import { applyChanges, type WorkspaceRows } from '../../../../core/desk/rows/state.ts';
import type { CartId, ItemId, ServiceId } from '../../../../core/kernel/id.ts';
import { cartContentSchema, cartIdSchema, type CartContent } from '../../../../core/orders/cart.ts';
import { decideBench } from '../../../support/sample-state.ts';

type Renewal = Extract<CartContent, { kind: 'renewal' }>;
const adriatica = 'fe-adriatica' as ServiceId;
const cartId = 'renewal-fe-adriatica' as CartId;
const item = (number: number) => `fe-adriatica-${number}` as ItemId;
const content = (changes: Partial<Renewal> = {}): Renewal => ({
  kind: 'renewal',
  serviceId: adriatica,
  years: 1,
  leftOut: [],
  reduceTo: {},
  conventionCode: null,
  ...changes,
});

describe('lines', () => {
  test('and back again: the same cart', () => {
    const all = content({
      years: 3,
      leftOut: [item(4), item(5)],
      reduceTo: { user: 9, 'extra-gb': 1 },
      conventionCode: 'COMMERCIALISTI',
    });
    for (const one of [content(), all]) expect(withLines(content(), cartLines(one))).toEqual(one);
    expect(withLines(all, null)).toBeNull();
  });

  test('what each is about', () => {
    const lines = Object.keys(cartLines(content({ leftOut: [item(4)], reduceTo: { user: 9 } })) ?? {});
    expect(lines.map((line) => leftOutOfLine(line) ?? reducedOfLine(line) ?? line)).toEqual([
      'years',
      'conventionCode',
      'user',
      'extra-gb',
      'fe-adriatica-4',
    ]);
  });
});

test('on the wire: a renewal is read as it is written, and its cart has an id of its own', () => {
  expect(cartContentSchema.parse(content({ reduceTo: { user: 9 } }))).toEqual(
    content({ reduceTo: { user: 9 } }),
  );
  expect(cartContentSchema.safeParse({ ...content(), years: 11 }).success).toBe(false);
  expect(cartContentSchema.safeParse({ ...content(), reduceTo: { user: -1 } }).success).toBe(false);
  expect(cartIdSchema.safeParse(cartId).success).toBe(true);
});

/** Our cart is `mine`, the vendor's is `theirs`. Both come from `base`. */
function twoDesks(base: Renewal, mine: Renewal, theirs: Renewal) {
  const desk = decideBench();
  const { workspace, replica } = desk.state;
  const { conventionCode, ...subject } = mine;
  workspace.carts.set(cartId, {
    id: cartId,
    subject,
    quantity: 0,
    personIds: [],
    modules: [],
    conventionCode,
  });
  workspace.cartBases.set(cartId, { id: cartId, version: 1, content: base, sent: [] });
  replica.vendorCarts.set(cartId, { cartId, version: 2, content: theirs, writes: [] });
  return desk;
}

describe('two desks', () => {
  test('different lines are merged by themselves', () => {
    const desk = twoDesks(
      content(),
      content({ years: 2 }),
      content({ leftOut: [item(5)], reduceTo: { user: 11 } }),
    );
    applyChanges<WorkspaceRows>(desk.state.workspace, settleCarts(desk.state));
    expect(desk.state.workspace.carts.get(cartId)?.subject).toEqual({
      kind: 'renewal',
      serviceId: adriatica,
      years: 2,
      leftOut: [item(5)],
      reduceTo: { user: 11 },
    });
  });

  test('a renewal that only the other desk has arrives here', () => {
    const desk = decideBench();
    desk.state.replica.vendorCarts.set(cartId, {
      cartId,
      version: 1,
      content: content({ years: 4 }),
      writes: [],
    });
    applyChanges<WorkspaceRows>(desk.state.workspace, settleCarts(desk.state));
    expect(desk.state.workspace.carts.get(cartId)).toMatchObject({
      subject: { kind: 'renewal', years: 4 },
      quantity: 0,
    });
  });

  test('the same line in two ways is a person’s choice', () => {
    const desk = twoDesks(
      content(),
      content({ years: 2, reduceTo: { user: 10 } }),
      content({ years: 3, reduceTo: { user: 9 } }),
    );
    expect(cartStanding(desk.state, cartId).conflicts).toEqual(['years', 'reduce:user']);
    const chosen = resolveConflict(desk.state, {
      cartId,
      version: 2,
      choices: { years: 'theirs', 'reduce:user': 'mine' },
    });
    if (!chosen.ok) throw new Error(chosen.error.reason);
    applyChanges<WorkspaceRows>(desk.state.workspace, chosen.value);
    expect(desk.state.workspace.carts.get(cartId)?.subject).toMatchObject({
      years: 3,
      reduceTo: { user: 10 },
    });
  });

  test('a reduction here and a group left out there that fit together need no choice', () => {
    // The service has twelve users and the panel nine. Without the group of two, nine is still a reduction.
    const desk = twoDesks(content(), content({ leftOut: [item(4)] }), content({ reduceTo: { user: 9 } }));
    expect(cartStanding(desk.state, cartId).conflicts).toEqual([]);
  });

  test('two groups left out, one on each side, are fewer users than the panel has: all that differs is a person’s choice', () => {
    const desk = twoDesks(
      content(),
      content({ leftOut: [item(3)] }),
      content({ leftOut: [item(4)], years: 2 }),
    );
    const service = desk.state.replica.services.get(adriatica);
    if (service === undefined) throw new Error('It is there');
    desk.state.replica.services.set(adriatica, { ...service, users: service.users.slice(0, 7) });
    expect([...cartStanding(desk.state, cartId).conflicts].sort()).toEqual([
      'leave-out:fe-adriatica-3',
      'leave-out:fe-adriatica-4',
      'years',
    ]);
    const both = {
      'leave-out:fe-adriatica-3': 'mine',
      'leave-out:fe-adriatica-4': 'theirs',
      years: 'mine',
    } as const;
    const refused = resolveConflict(desk.state, { cartId, version: 2, choices: both });
    expect(refused).toMatchObject({ ok: false, error: { reason: 'users-in-panel' } });
    const mine = { ...both, 'leave-out:fe-adriatica-4': 'mine' } as const;
    expect(resolveConflict(desk.state, { cartId, version: 2, choices: mine }).ok).toBe(true);
  });
});
