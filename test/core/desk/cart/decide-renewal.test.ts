// Rules D3 to D5 and C4 as commands: the renewal of one service as a cart.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import type { CartId, ItemId, ServiceId } from '../../../../core/kernel/id.ts';
import { renewalTerms, type RenewalSubject } from '../../../../core/orders/cart.ts';
import type { Service } from '../../../../core/services/service.ts';
import { day, euro } from '../../../support/samples.ts';
import { decideBench } from '../../../support/sample-state.ts';

const cartIdFor = (serviceId: string) => `renewal-${serviceId}` as CartId;
const open = (serviceId: string): Command => ({
  type: 'cart/open-renewal',
  serviceId: serviceId as ServiceId,
});
const years = (serviceId: string, count: number): Command => ({
  type: 'cart/renewal-years',
  cartId: cartIdFor(serviceId),
  years: count,
});
const leaveOut = (serviceId: string, number: number, leftOut = true): Command => ({
  type: 'cart/leave-out',
  cartId: cartIdFor(serviceId),
  itemId: `${serviceId}-${number}` as ItemId,
  leftOut,
});
const reduce = (serviceId: string, to: number | null, kind: 'user' | 'extra-gb' = 'user'): Command => ({
  type: 'cart/reduce',
  cartId: cartIdFor(serviceId),
  kind,
  to,
});

function desk(...commands: readonly Command[]) {
  const bench = decideBench();
  const must = (command: Command): void => {
    const done = bench.submit(command);
    if (!done.ok) throw new Error(`${command.type}: ${done.error.reason}`);
  };
  for (const command of commands) must(command);
  return {
    ...bench,
    must,
    change(serviceId: string, change: Partial<Service>): void {
      const service = bench.state.replica.services.get(serviceId);
      if (service !== undefined) bench.state.replica.services.set(serviceId, { ...service, ...change });
    },
    subject(serviceId: string): RenewalSubject {
      const subject = bench.state.workspace.carts.get(cartIdFor(serviceId))?.subject;
      if (subject?.kind !== 'renewal') throw new Error('The renewal is open');
      return subject;
    },
    quote(serviceId: string) {
      const cart = bench.state.workspace.carts.get(cartIdFor(serviceId));
      if (cart === undefined) throw new Error('The renewal is open');
      return cartFigures(bench.state, cart);
    },
    total(serviceId: string): string {
      const quote = this.quote(serviceId);
      return quote.ok ? euro(quote.value.gross) : quote.error.reason;
    },
  };
}

describe('opening a renewal', () => {
  test('everything for one year, beside the cart that adds users', () => {
    const bench = desk({ type: 'cart/open', serviceId: 'fe-studio' as ServiceId }, open('fe-studio'));
    expect([...bench.state.workspace.carts.keys()]).toEqual(['service-fe-studio', 'renewal-fe-studio']);
    expect(bench.subject('fe-studio')).toEqual({
      kind: 'renewal',
      serviceId: 'fe-studio',
      years: 1,
      leftOut: [],
      reduceTo: {},
    });
  });

  test('an open one is left as it is', () => {
    const bench = desk(open('fe-studio'), years('fe-studio', 3));
    expect(bench.submit(open('fe-studio'))).toEqual({ ok: true, changes: [] });
    expect(bench.subject('fe-studio').years).toBe(3);
  });

  test('E12: three years, to the cent', () => {
    expect(desk(open('fe-studio'), years('fe-studio', 3)).total('fe-studio')).toBe('236.07');
  });

  test('in grace it is a reactivation from the old expiry (D4)', () => {
    const bench = desk(open('fe-conti'));
    const quote = bench.quote('fe-conti');
    expect(quote.ok && quote.value.target).toBe(day('2027-11-02'));
  });

  test.each([
    ['fe-nessuno', { reason: 'unknown', what: 'service' }],
    ['fe-edil-marche', { reason: 'service-not-active' }],
    ['fe-ferrara', { reason: 'automatic-renewal-on', holder: 'Autotrasporti Ferrara snc' }],
  ])('%s: refused', (serviceId, refusal) => {
    expect(desk().refusal(open(serviceId))).toEqual(refusal);
  });

  test('after the 90 days there is nothing to renew', () => {
    const bench = desk();
    bench.state.today = day('2027-03-01');
    expect(bench.refusal(open('fe-conti'))).toEqual({ reason: 'service-deleted' });
  });

  test('a module whose needed one has ended is left out from the start: the rest can be renewed', () => {
    const bench = desk();
    const service = bench.state.replica.services.get('fe-lombardi');
    bench.change('fe-lombardi', { items: (service?.items ?? []).filter(({ kind }) => kind !== 'documents') });
    bench.must(open('fe-lombardi'));
    expect(bench.subject('fe-lombardi').leftOut).toEqual(['fe-lombardi-4']);
  });
});

describe('years', () => {
  test('1 to 10', () => {
    const bench = desk(open('fe-studio'));
    for (const count of [0, 11])
      expect(bench.refusal(years('fe-studio', count))).toEqual({ reason: 'years-out-of-range', most: 10 });
    bench.must(years('fe-studio', 10));
    expect(bench.subject('fe-studio').years).toBe(10);
  });
});

describe('items left out', () => {
  test('a module out and in again is the same total as before', () => {
    const bench = desk(open('fe-studio'));
    const before = bench.total('fe-studio');
    bench.must(leaveOut('fe-studio', 3));
    expect(bench.quote('fe-studio')).toMatchObject({
      ok: true,
      value: { lines: [{ kind: 'e-invoicing' }, { kind: 'user' }] },
    });
    bench.must(leaveOut('fe-studio', 3, false));
    expect(bench.total('fe-studio')).toBe(before);
  });

  test('the service itself stays', () => {
    expect(desk(open('fe-studio')).refusal(leaveOut('fe-studio', 1))).toEqual({ reason: 'service-left-out' });
  });

  test('a module takes out the one that needs it, which brings it back in', () => {
    const bench = desk(open('fe-lombardi'), leaveOut('fe-lombardi', 3));
    expect(bench.subject('fe-lombardi').leftOut).toEqual(['fe-lombardi-3', 'fe-lombardi-4']);
    bench.must(leaveOut('fe-lombardi', 4, false));
    expect(bench.subject('fe-lombardi').leftOut).toEqual([]);
  });

  test('users that the panel still has cannot be left out: named (D5)', () => {
    expect(desk(open('fe-studio')).refusal(leaveOut('fe-studio', 2))).toEqual({
      reason: 'users-in-panel',
      configured: 3,
      wanted: 0,
      usernames: ['aferri01', 'mdeluca01', 'pgreco01'],
    });
  });

  test('a reduction to what is left is none any more', () => {
    const bench = desk(open('fe-adriatica'), reduce('fe-adriatica', 10), leaveOut('fe-adriatica', 4));
    expect(bench.subject('fe-adriatica')).toMatchObject({ leftOut: ['fe-adriatica-4'], reduceTo: {} });
  });

  test('an unknown item, and an item that ended since', () => {
    const bench = desk(open('fe-neri'));
    expect(bench.refusal(leaveOut('fe-studio', 3))).toEqual({ reason: 'unknown', what: 'cart' });
    bench.must(leaveOut('fe-neri', 4));
    const total = bench.total('fe-neri');
    const service = bench.state.replica.services.get('fe-neri');
    bench.change('fe-neri', { items: (service?.items ?? []).filter(({ id }) => id !== 'fe-neri-4') });
    expect(bench.total('fe-neri')).toBe(total);
  });
});

describe('reductions (D5)', () => {
  test('never below the panel, which is told by name; after the deletion there it goes through', () => {
    const bench = desk(open('fe-studio'));
    expect(bench.refusal(reduce('fe-studio', 2))).toMatchObject({
      reason: 'users-in-panel',
      configured: 3,
      wanted: 2,
    });
    const service = bench.state.replica.services.get('fe-studio');
    bench.change('fe-studio', { users: (service?.users ?? []).slice(1) });
    bench.must(reduce('fe-studio', 2));
    expect(bench.quote('fe-studio')).toMatchObject({
      ok: true,
      value: { lines: [{}, { kind: 'user', quantity: 2 }, {}] },
    });
  });

  test('more than there are is refused, as many as there are is no reduction', () => {
    const bench = desk(open('fe-adriatica'));
    expect(bench.refusal(reduce('fe-adriatica', 13))).toMatchObject({
      reason: 'reduction-out-of-range',
      most: 12,
    });
    bench.must(reduce('fe-adriatica', 10));
    expect(bench.subject('fe-adriatica').reduceTo).toEqual({ user: 10 });
    bench.must(reduce('fe-adriatica', 12));
    expect(bench.subject('fe-adriatica').reduceTo).toEqual({});
    bench.must(reduce('fe-adriatica', 11));
    bench.must(reduce('fe-adriatica', null));
    expect(bench.subject('fe-adriatica').reduceTo).toEqual({});
  });

  test('space only where it is free', () => {
    const bench = desk(open('fe-adriatica'));
    expect(bench.refusal(reduce('fe-adriatica', 0, 'extra-gb'))).toMatchObject({ reason: 'space-occupied' });
    bench.must(reduce('fe-adriatica', 1, 'extra-gb'));
    expect(bench.subject('fe-adriatica').reduceTo).toEqual({ 'extra-gb': 1 });
  });

  test('a reduction that means nothing any more is not asked of the vendor', () => {
    const bench = desk(open('fe-adriatica'), reduce('fe-adriatica', 10));
    const service = bench.state.replica.services.get('fe-adriatica');
    if (service === undefined) throw new Error('It is there');
    const fewer = { ...service, items: service.items.filter(({ id }) => id !== 'fe-adriatica-4') };
    expect(renewalTerms(bench.subject('fe-adriatica'), fewer, bench.state.today)).toEqual({
      leftOut: [],
      reduceTo: {},
    });
  });
});

test('a convention code and the end of the cart, as for the others', () => {
  const bench = desk(open('fe-studio'), {
    type: 'cart/convention',
    cartId: cartIdFor('fe-studio'),
    code: 'commercialisti',
  });
  expect(bench.quote('fe-studio')).toMatchObject({
    ok: true,
    value: { discount: { code: 'COMMERCIALISTI' } },
  });
  bench.must({ type: 'cart/discard', cartId: cartIdFor('fe-studio') });
  expect(bench.state.workspace.carts.size).toBe(0);
});

test('what only other carts have leaves a renewal as it is', () => {
  const bench = desk(open('fe-studio'));
  expect(bench.submit({ type: 'cart/extension', cartId: cartIdFor('fe-studio'), on: false })).toEqual({
    ok: true,
    changes: [],
  });
  for (const command of [years('fe-studio', 2), leaveOut('fe-studio', 3), reduce('fe-studio', 3)])
    expect(
      desk({ type: 'cart/open', serviceId: 'fe-studio' as ServiceId }).submit({
        ...command,
        cartId: 'service-fe-studio',
      } as Command),
    ).toEqual({
      ok: true,
      changes: [],
    });
  expect(bench.submit({ type: 'cart/quantity', cartId: cartIdFor('fe-studio'), quantity: 4 })).toEqual({
    ok: true,
    changes: [],
  });
  expect(
    bench.submit({
      type: 'cart/module',
      cartId: cartIdFor('fe-studio'),
      module: 'collections',
      included: true,
    }),
  ).toEqual({ ok: true, changes: [] });
});

test('automatic renewal that was switched on since: no figures, no order', () => {
  const bench = desk(open('fe-studio'));
  bench.change('fe-studio', { automaticRenewal: true });
  expect(bench.total('fe-studio')).toBe('automatic-renewal-on');
});

test('a service bought on promotion is renewed for two years at most; what was asked for before is told why (rule D3)', () => {
  const bench = desk(open('fe-studio'), years('fe-studio', 3));
  bench.change('fe-studio', { promotional: true });
  expect(bench.total('fe-studio')).toBe('years-out-of-range');
  expect(bench.refusal(years('fe-studio', 5))).toEqual({ reason: 'years-out-of-range', most: 2 });
  expect(bench.submit(years('fe-studio', 2)).ok).toBe(true);
  expect(bench.total('fe-studio')).not.toBe('years-out-of-range');
});
