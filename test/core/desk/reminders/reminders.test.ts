// Which reminders are due: deadlines of services and unpaid orders, and what was told already.
import { describe, expect, test } from 'vitest';
import { toldRows } from '../../../../core/desk/reminders/reminders.ts';
import { defaultReminderChoices } from '../../../../core/desk/rows/reminder-choices.ts';
import { addDays } from '../../../../core/kernel/day.ts';
import type { OrderNumber, ServiceId } from '../../../../core/kernel/id.ts';
import type { Order } from '../../../../core/orders/order.ts';
import { item, service } from '../../../support/samples.ts';
import { anOrder, desk, inDays, placed, today, until } from '../../../support/reminder-desk.ts';

describe('deadlines', () => {
  test('each is told at 30, 7 and 1 days, and in between not again', () => {
    const { state, due, tell } = desk([until(inDays(46))]);
    const told: string[] = [];
    for (let passed = 0; passed <= 50; passed += 1) {
      state.today = inDays(passed);
      for (const one of due()) if (one.includes(' expiry ')) told.push(`${passed} ${one.split(' ').at(-1)}`);
      tell();
    }
    // 46 days ahead is a Saturday, and the 7 days before it begin on a Saturday too. The
    // reminder is sent on Friday.
    expect(inDays(46)).toBe('2027-01-09');
    expect(told).toEqual(['16 30', '38 7', '45 1']);
  });

  test('after weeks in which nothing ran only the nearest threshold is told', () => {
    const { due, tell } = desk([until(inDays(5))]);
    expect(due()).toEqual([`srv-1 expiry ${inDays(5)} 7`]);
    tell();
    expect(due()).toEqual([]);
  });

  test('an automatic renewal has its debit, a service in grace its deletion; the notice is not told', () => {
    expect(desk([until(inDays(10), { automaticRenewal: true })]).due()).toEqual([
      `srv-1 debit ${inDays(3)} 7`,
      `srv-1 expiry ${inDays(10)} 30`,
    ]);
    expect(desk([until(inDays(-85), { state: 'expired' })]).due()).toEqual([`srv-1 deletion ${inDays(5)} 7`]);
    expect(desk([until(addDays(inDays(92), 0))]).due()).toEqual([]);
  });

  test('what was renewed, or is paid already, is not told; a new expiry is a new thing to tell', () => {
    const { state, due, tell } = desk([until(inDays(5))]);
    const renewal = anOrder({ serviceId: 'srv-1' as ServiceId, state: 'awaiting-activation' });
    const [line] = renewal.quote.lines;
    if (line === undefined) throw new Error('no line');
    const lines = [{ ...line, kind: 'e-invoicing' as const, newExpiry: inDays(370) }];
    state.replica.orders.set('31900001', { ...renewal, quote: { ...renewal.quote, lines } });
    expect(due()).toEqual([]);
    state.replica.orders.set('31900001', {
      ...renewal,
      quote: { ...renewal.quote, lines: [{ ...line, kind: 'user', newExpiry: inDays(370) }] },
    });
    expect(due()).toHaveLength(1);
    tell();
    state.replica.services.set('srv-1', until(inDays(370)));
    expect(due()).toEqual([]);
    state.today = inDays(366);
    expect(due()).toEqual([`srv-1 expiry ${inDays(370)} 7`]);
  });

  test('an order that is not paid, cancelled, or for what runs already silences nothing', () => {
    const { state, due } = desk([until(inDays(5))]);
    const renewal = anOrder({ serviceId: 'srv-1' as ServiceId, history: placed(today) });
    const [line] = renewal.quote.lines;
    if (line === undefined) throw new Error('no line');
    const order = (over: Partial<Order>, newExpiry = inDays(370)): void => {
      const base = { ...line, kind: 'e-invoicing' as const, newExpiry };
      state.replica.orders.set('31900001', {
        ...renewal,
        ...over,
        quote: { ...renewal.quote, lines: [{ ...base, kind: 'user' }, base] },
      });
    };
    const told = [`srv-1 expiry ${inDays(5)} 7`];
    order({});
    expect(due()).toEqual(told);
    order({ state: 'cancelled' });
    expect(due()).toEqual(told);
    order({ state: 'awaiting-activation' }, inDays(5));
    expect(due()).toEqual(told);
    order({ state: 'active' });
    expect(due()).toEqual(told);
    order({ serviceId: null, state: 'awaiting-activation' });
    expect(due()).toEqual(told);
    order({ serviceId: 'gone' as ServiceId, state: 'awaiting-activation' });
    expect(due()).toEqual(told);
    order({ paid: { on: today, registeredOn: inDays(1) } });
    expect(due()).toEqual([]);
  });

  test('an order that Aruba has not registered or activated long after its day silences nothing any more', () => {
    const { state, due } = desk([until(inDays(20))]);
    const renewal = anOrder({ serviceId: 'srv-1' as ServiceId, serviceKind: 'e-invoicing' });
    const [line] = renewal.quote.lines;
    if (line === undefined) throw new Error('no line');
    const lines = [{ ...line, kind: 'e-invoicing' as const, newExpiry: inDays(370) }];
    const order = (over: Partial<Order>): void =>
      void state.replica.orders.set('31900001', { ...renewal, ...over, quote: { ...renewal.quote, lines } });
    const days = (): readonly number[] =>
      Array.from({ length: 10 }, (_, passed) => passed).filter((passed) => {
        state.today = inDays(passed);
        return due().length > 0;
      });
    // Expected on Wednesday. Three working days later is Monday. On weekends nothing is told.
    order({ paid: { on: today, registeredOn: inDays(1) } });
    expect(days()).toEqual([7, 8, 9]);
    order({ state: 'awaiting-activation', history: [{ state: 'awaiting-activation', on: inDays(1) }] });
    expect(days()).toEqual([7, 8, 9]);
  });

  test('users that end before their service are told, each day by itself', () => {
    const { state, due, tell } = desk([
      service([
        item('base', 'e-invoicing', 1, inDays(300)),
        item('a', 'user', 3, inDays(5)),
        item('b', 'user', 1, inDays(6)),
      ]),
    ]);
    const told = [`srv-1 items ${inDays(5)} ${inDays(5)} 7`, `srv-1 items ${inDays(6)} ${inDays(6)} 7`];
    expect(due()).toEqual(told);
    tell();
    expect(due()).toEqual([]);
    state.today = inDays(6);
    expect(toldRows(state, []).map(({ id }) => id)).toEqual([`srv-1 items ${inDays(5)}`]);
  });

  test('the notice is not told, however early one wants to know', () => {
    expect(desk([until(inDays(92))], { daysBefore: [60] }).due()).toEqual([]);
    expect(desk([until(inDays(92))], { daysBefore: [80] }).due()).toEqual([
      `srv-1 transfer ${inDays(76)} 80`,
      `srv-1 card ${inDays(77)} 80`,
    ]);
  });

  test('other days are told from then on, and none where there are none', () => {
    const { state, due, tell } = desk([until(inDays(5))], { daysBefore: [60, 5] });
    expect(due()).toEqual([`srv-1 expiry ${inDays(5)} 5`]);
    tell();
    state.workspace.reminderChoices.set('firm', { ...defaultReminderChoices, daysBefore: [10, 5, 0] });
    expect(due()).toEqual([]);
    state.workspace.reminderChoices.set('firm', { ...defaultReminderChoices, daysBefore: [] });
    state.today = inDays(4);
    expect(due()).toEqual([]);
  });
});

describe('unpaid orders (rule G5)', () => {
  test('after 7 and 30 days, until they are paid or a cancellation is on its way', () => {
    const { state, due, tell } = desk([], { weekends: true });
    const order = anOrder({ history: placed(today) });
    state.replica.orders.set('31900001', order);
    const told: string[] = [];
    for (let passed = 0; passed <= 60; passed += 1) {
      state.today = inDays(passed);
      for (const one of due()) told.push(`${passed}: ${one}`);
      tell();
    }
    expect(told).toEqual([`7: unpaid 31900001 ${today} 7`, `30: unpaid 31900001 ${today} 30`]);
    state.workspace.told.clear();
    expect(due()).toEqual([`unpaid 31900001 ${today} 30`]);
    state.replica.orders.set('31900001', { ...order, paid: { on: inDays(60), registeredOn: inDays(61) } });
    expect(due()).toEqual([]);
    state.replica.orders.set('31900001', { ...order, state: 'cancelled' });
    expect(due()).toEqual([]);
    state.replica.orders.set('31900001', order);
    const command = { kind: 'order/cancel', orderNumber: order.orderNumber } as const;
    state.workspace.outbox.set('k', {
      id: 'k' as never,
      order: 1,
      command,
      state: 'queued',
      tries: 0,
      lastAnswer: 'none',
      refusal: null,
    });
    expect(due()).toEqual([]);
  });
});

test('an order that a person has paid is not told until the vendor is late to register it', () => {
  const { state, due } = desk([], { weekends: true });
  state.replica.orders.set('31900001', anOrder({ method: 'bank-transfer', history: placed(inDays(-10)) }));
  expect(due()).toHaveLength(1);
  // Paid on Tuesday: registered on Wednesday.
  state.workspace.saidPaid.set('31900001', { id: '31900001', on: today });
  expect(due()).toEqual([]);
  state.today = inDays(1);
  expect(due()).toEqual([]);
  state.today = inDays(2);
  expect(due()).toHaveLength(1);
});

test('of several unpaid orders the oldest comes first', () => {
  const { state, due } = desk([]);
  for (const [number, ago] of [
    ['31900001', 10],
    ['31900002', 40],
    ['31900003', 20],
  ] as const)
    state.replica.orders.set(
      number,
      anOrder({ orderNumber: number as OrderNumber, history: placed(inDays(-ago)) }),
    );
  expect(due().map((one) => one.split(' ')[1])).toEqual(['31900002', '31900003', '31900001']);
});

test('told rows are kept until their day has passed, and no longer', () => {
  const { state, tell } = desk([until(inDays(5))]);
  state.replica.orders.set('31900001', anOrder({ history: placed(inDays(-8)) }));
  tell();
  expect([...state.workspace.told.keys()]).toEqual(['srv-1 expiry', 'unpaid 31900001']);
  state.today = inDays(6);
  expect(toldRows(state, [])).toEqual([{ table: 'told', id: 'srv-1 expiry', value: null }]);
  state.replica.orders.clear();
  expect(toldRows(state, [])).toHaveLength(1);
  state.replica.orders.set('31900001', anOrder({ state: 'cancelled' }));
  expect(toldRows(state, [])).toHaveLength(2);
});
