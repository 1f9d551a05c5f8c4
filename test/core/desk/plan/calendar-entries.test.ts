// The entries of the calendar file: their days, and the uids by which a calendar knows them again.
import { expect, test } from 'vitest';
import { calendarEntriesInSteps, type CalendarWords } from '../../../../core/desk/plan/calendar-entries.ts';
import { finish } from '../../../../core/kernel/steps.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import type { Service } from '../../../../core/services/service.ts';
import { anOrder, desk, today } from '../../../support/reminder-desk.ts';
import { day, item, service } from '../../../support/samples.ts';

const words: CalendarWords = {
  deadline: (kind, _holder, items) => ({ title: `${kind} ${items.map(({ id }) => id).join('+')}`, text: '' }),
  session: () => ({ title: '', text: '' }),
};

const entriesOf = (state: ReturnType<typeof desk>['state']): readonly string[] =>
  finish(calendarEntriesInSteps(state, { sessions: [] }, day('31/12/2026'), words)).map(
    ({ uid, day: on, title, alarmDays }) => `${on} ${uid} ${title.trim()} ${alarmDays.join()}`,
  );

const one = (): Service =>
  service([
    item('base', 'e-invoicing', 1, '22/12/2026'),
    item('a', 'user', 3, '01/12/2026'),
    item('b', 'documents', 1, '05/12/2026'),
  ]);

test('each deadline has a uid that a renewal does not change; ending items have that of their day', () => {
  expect(entriesOf(desk([one()]).state)).toEqual([
    '2026-12-01 srv-1-items-2026-12-01@allinea items a 7,1',
    '2026-12-04 srv-1-transfer@allinea transfer 7,1',
    '2026-12-05 srv-1-items-2026-12-05@allinea items b 7,1',
    '2026-12-07 srv-1-card@allinea card 1',
    '2026-12-22 srv-1-expiry@allinea expiry 1',
  ]);
});

test('once the renewal is paid the last days to pay leave the calendar', () => {
  const { state } = desk([one()]);
  const order = anOrder({ serviceId: 'srv-1' as ServiceId, serviceKind: 'e-invoicing' });
  const [line] = order.quote.lines;
  if (line === undefined) throw new Error('The order has lines');
  const renewed = { ...line, kind: 'e-invoicing', reason: 'renewal', newExpiry: day('22/12/2027') } as const;
  state.replica.orders.set(order.orderNumber, {
    ...order,
    quote: { ...order.quote, lines: [renewed] },
    paid: { on: today, registeredOn: today },
  });
  expect(entriesOf(state).map((entry) => entry.split(' ')[2])).toEqual(['items', 'items', 'expiry']);
});
