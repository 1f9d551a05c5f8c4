// Random months of a firm: on some days the program runs, on others not, at any hour. Renewals and payments
// happen in between.
import fc from 'fast-check';
import { expect } from 'vitest';
import { deadlines } from '../../core/desk/plan/deadlines.ts';
import { isQuiet, type ReminderChoices } from '../../core/desk/rows/reminder-choices.ts';
import { dueReminders, toldRows } from '../../core/desk/reminders/reminders.ts';
import { applyChanges, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { addDays, daysBetween, weekday } from '../../core/kernel/day.ts';
import type { OrderNumber, ServiceId } from '../../core/kernel/id.ts';
import type { Order } from '../../core/orders/order.ts';
import { law } from '../support/law.ts';
import { sampleOffice } from '../support/sample-state.ts';
import { day, item, service } from '../support/samples.ts';

const start = day('2026-11-24');
const [pattern] = sampleOffice().vendor.orders;

const choices: fc.Arbitrary<ReminderChoices> = fc.record({
  id: fc.constant('firm' as const),
  on: fc.constant(true),
  daysBefore: fc.uniqueArray(fc.nat(60), { maxLength: 4 }),
  daysUnpaid: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
  quiet: fc.oneof(
    fc.constant(null),
    fc
      .tuple(fc.nat(1439), fc.integer({ min: 1, max: 1439 }))
      .map(([from, length]) => ({ from, to: (from + length) % 1440 })),
  ),
  weekends: fc.boolean(),
});

const steps = fc.array(
  fc.record({
    /** Days since the step before. On most of them the program does not run. */
    days: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(12)),
    minute: fc.nat(1439),
    happens: fc.constantFrom('nothing', 'nothing', 'nothing', 'renewed', 'paid', 'switched'),
    which: fc.nat(5),
  }),
  { minLength: 1, maxLength: 40 },
);

law(
  'each thing that is due is told exactly once a threshold, never in quiet hours, never late, and never for what is done',
  {
    subject: { due: dueReminders, rows: toldRows },
    // The mistake: forgets on the day of the deadline that it was told.
    wrong: {
      due: dueReminders,
      rows: (state, reminders) => toldRows({ ...state, today: addDays(state.today, 1) }, reminders),
    },
    given: fc.record({
      choices,
      steps,
      expiries: fc.array(fc.tuple(fc.integer({ min: -89, max: 80 }), fc.boolean()), { maxLength: 6 }),
      orders: fc.nat(3),
    }),
    runs: 300,
    holds({ due, rows }, { choices: wanted, steps: schedule, expiries, orders }) {
      if (pattern === undefined) throw new Error('The sample has no order');
      const state = { workspace: emptyWorkspace(), replica: emptyReplica(), today: start };
      state.workspace.reminderChoices.set('firm', wanted);
      for (const [index, [offset, automaticRenewal]] of expiries.entries()) {
        const id = `s${index}` as ServiceId;
        state.replica.services.set(
          id,
          service([item(`i${index}`, 'e-invoicing', 1, addDays(start, offset))], { id, automaticRenewal }),
        );
      }
      const order = (index: number): Order => ({
        ...pattern,
        orderNumber: `3190000${index}` as OrderNumber,
        serviceId: null,
        state: 'awaiting-payment',
        paid: null,
        history: [{ state: 'awaiting-payment', on: addDays(start, -index * 9) }],
      });
      for (let index = 0; index < orders; index += 1)
        state.replica.orders.set(order(index).orderNumber, order(index));
      const told = new Set<string>();

      for (const { days, minute, happens, which } of schedule) {
        state.today = addDays(state.today, days);
        const chosen = [...state.replica.services.values()][which];
        const [base] = chosen?.items ?? [];
        if (chosen !== undefined && base !== undefined && happens === 'renewed')
          state.replica.services.set(chosen.id, {
            ...chosen,
            items: [{ ...base, expiry: addDays(base.expiry, 365) }],
          });
        if (chosen !== undefined && happens === 'switched')
          state.replica.services.set(chosen.id, { ...chosen, automaticRenewal: !chosen.automaticRenewal });
        const waiting = state.replica.orders.get(`3190000${which}`);
        if (waiting !== undefined && happens === 'paid')
          state.replica.orders.set(waiting.orderNumber, {
            ...waiting,
            paid: { on: start, registeredOn: start },
          });

        const reminders = due(state, minute);
        const ahead = !wanted.weekends && weekday(state.today) === 5 ? 2 : 0;
        if (isQuiet(wanted, state.today, minute)) expect(reminders).toEqual([]);
        const coming = deadlines(state.replica.services.values(), state.today, addDays(state.today, 70));
        for (const reminder of reminders) {
          const name = `${reminder.id} ${reminder.on} ${reminder.days}`;
          expect(told.has(name), name).toBe(false);
          told.add(name);
          if (reminder.subject.kind === 'service') {
            const { serviceId } = reminder.subject;
            expect(
              coming.some(
                (one) => one.serviceId === serviceId && one.kind === reminder.kind && one.on === reminder.on,
              ),
            ).toBe(true);
            expect(daysBetween(state.today, reminder.on)).toBeLessThanOrEqual(reminder.days + ahead);
          } else {
            expect(state.replica.orders.get(reminder.subject.orderNumber)).toMatchObject({
              state: 'awaiting-payment',
              paid: null,
            });
            expect(daysBetween(reminder.on, state.today)).toBeGreaterThanOrEqual(reminder.days);
          }
        }
        applyChanges<WorkspaceRows>(state.workspace, rows(state, reminders));
        expect(due(state, minute)).toEqual([]);
        if (isQuiet(wanted, state.today, minute)) continue;
        // Nothing is forgotten: of each deadline in reach, this threshold or a nearer one was told.
        for (const { serviceId, kind, on } of coming) {
          const reached = wanted.daysBefore.filter(
            (before) => before >= daysBetween(state.today, on) - ahead,
          );
          if (kind === 'notice' || reached.length === 0) continue;
          const nearest = Math.min(...reached);
          expect(
            wanted.daysBefore.some(
              (before) => before <= nearest && told.has(`${serviceId} ${kind} ${on} ${before}`),
            ),
          ).toBe(true);
        }
        for (const { orderNumber, paid, history } of state.replica.orders.values()) {
          const on = history[0]?.on ?? start;
          const reached = wanted.daysUnpaid.filter((after) => after <= daysBetween(on, state.today));
          if (paid === null && reached.length > 0)
            expect(told.has(`unpaid ${orderNumber} ${on} ${Math.max(...reached)}`)).toBe(true);
        }
        // The table holds only deadlines to come.
        for (const row of state.workspace.told.values())
          if (row.kind !== 'unpaid' && reminders.length > 0) expect(row.on >= state.today).toBe(true);
      }
    },
  },
);
