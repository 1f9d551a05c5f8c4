// A desk for the tests of reminders: services that expire in some days, and orders that wait for payment.
import { defaultReminderChoices, type ReminderChoices } from '../../core/desk/rows/reminder-choices.ts';
import { dueReminders, toldRows } from '../../core/desk/reminders/reminders.ts';
import { applyChanges, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { OrderNumber } from '../../core/kernel/id.ts';
import type { Order } from '../../core/orders/order.ts';
import type { Service } from '../../core/services/service.ts';
import { sampleOffice } from './sample-state.ts';
import { day, item, service } from './samples.ts';

export const noon = 12 * 60;
export const today = day('24/11/2026');

/** A desk with only these services. */
export function desk(services: readonly Service[], choices: Partial<ReminderChoices> = {}) {
  const state = { workspace: emptyWorkspace(), replica: emptyReplica(), today };
  for (const one of services) state.replica.services.set(one.id, one);
  state.workspace.reminderChoices.set('firm', { ...defaultReminderChoices, ...choices });
  return {
    state,
    due: (minute = noon) => dueReminders(state, minute).map(({ id, on, days }) => `${id} ${on} ${days}`),
    tell: (minute = noon) =>
      applyChanges<WorkspaceRows>(state.workspace, toldRows(state, dueReminders(state, minute))),
  };
}

export const until = (expiry: Day, over: Partial<Service> = {}): Service =>
  service([item('base', 'e-invoicing', 1, expiry)], over);
export const inDays = (days: number): Day => addDays(today, days);

/** An order of the sample for the studio's own service. It waits for payment. */
export function anOrder(over: Partial<Order>): Order {
  const { vendor } = sampleOffice();
  const order = [...vendor.orders][0];
  if (order === undefined) throw new Error('The sample has no order');
  return {
    ...order,
    orderNumber: '31900001' as OrderNumber,
    state: 'awaiting-payment',
    paid: null,
    serviceId: null,
    ...over,
  };
}
export const placed = (on: Day) => [{ state: 'awaiting-payment', on } as const];
