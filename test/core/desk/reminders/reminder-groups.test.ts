// Reminders that are told together, as one notification.
import { describe, expect, test } from 'vitest';
import { groupReminders } from '../../../../core/desk/reminders/reminder-groups.ts';
import { dueReminders } from '../../../../core/desk/reminders/reminders.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { OrderNumber, ServiceId } from '../../../../core/kernel/id.ts';
import type { Service } from '../../../../core/services/service.ts';
import { anOrder, desk, inDays, noon, placed, today, until } from '../../../support/reminder-desk.ts';

describe('how they are told together', () => {
  const named = (id: string, expiry: Day): Service =>
    until(expiry, { id: id as ServiceId, holder: `Holder ${id}` });
  const groups = (services: readonly Service[]) =>
    groupReminders(dueReminders(desk(services, { daysBefore: [7] }).state, noon)).map(({ group }) => group);

  test('one of one service opens it; several of one day are one, with three names', () => {
    expect(groups([named('a', inDays(5))])).toMatchObject([
      { kind: 'expiry', count: 1, names: ['Holder a'], target: { screen: 'service', serviceId: 'a' } },
    ]);
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => named(id, inDays(5)));
    expect(groups(five)).toMatchObject([
      {
        kind: 'expiry',
        count: 5,
        names: ['Holder a', 'Holder b', 'Holder c'],
        target: { screen: 'renewals' },
      },
    ]);
  });

  test('all days of a service that is alone are one notification, the soonest first', () => {
    const { state } = desk([named('a', inDays(28))], { daysBefore: [30] });
    const [only, ...others] = groupReminders(dueReminders(state, noon));
    expect(others).toEqual([]);
    expect(only?.reminders).toHaveLength(3);
    expect(only?.group).toMatchObject({
      kind: 'transfer',
      count: 1,
      also: [{ kind: 'card' }, { kind: 'expiry', on: inDays(28) }],
    });
    expect(only?.group.target).toEqual({ screen: 'service', serviceId: 'a' });
    expect(groupReminders([])).toEqual([]);
  });

  test('two services on two days are two notifications, with unpaid orders three', () => {
    const { state } = desk([named('a', inDays(5)), named('b', inDays(6))], { daysBefore: [7] });
    for (const number of ['31900001', '31900002'])
      state.replica.orders.set(
        number,
        anOrder({
          orderNumber: number as OrderNumber,
          history: placed(inDays(number === '31900001' ? -8 : -20)),
        }),
      );
    expect(
      groupReminders(dueReminders(state, noon)).map(({ group }) => [
        group.kind,
        group.on,
        group.count,
        group.target,
      ]),
    ).toEqual([
      ['expiry', inDays(5), 1, { screen: 'service', serviceId: 'a' }],
      ['expiry', inDays(6), 1, { screen: 'service', serviceId: 'b' }],
      ['unpaid', inDays(-20), 2, { screen: 'orders', orderId: null }],
    ]);
  });

  test('ten thousand services on many days are one notification', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => named(`s${index}`, inDays(index % 8)));
    expect(groups(many)).toMatchObject([
      { kind: 'several', count: 10_000, on: today, target: { screen: 'renewals' } },
    ]);
  });

  test('another thing to tell has another key, the same thing the same', () => {
    const one = [named('a', inDays(5))];
    expect(groups(one)).toEqual(groups(one));
    expect(groups(one)[0]?.key).not.toBe(groups([named('b', inDays(5))])[0]?.key);
  });
});
