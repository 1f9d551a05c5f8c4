// The state of each service of a session. An ordered service is not counted or prepared again, and this
// year's order does not count for next year.
import '../support/page-language.ts';
import { expect, test } from 'vitest';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { planRenewals, type PlannedRenewal } from '../../core/desk/plan/renewal-plan.ts';
import type { CartId, OrderNumber, ServiceId } from '../../core/kernel/id.ts';
import { isToPrepare, sessionRows } from '../../renderer/screens/renewal-plan/sessions/session-rows.ts';
import { payer } from '../electron/simulator/counter.ts';
import { orderView } from '../support/paid-orders.ts';
import { decideBench } from '../support/sample-state.ts';

const studio = 'fe-studio' as ServiceId;

function renewalsOf(desk: ReturnType<typeof decideBench>): readonly PlannedRenewal[] {
  const plan = planRenewals(desk.state, { ...defaultRenewalChoices, horizonMonths: 36 });
  if (!plan.ok) throw new Error(plan.error.reason);
  return plan.value.sessions.flatMap(({ windows }) =>
    windows.filter(({ serviceId }) => serviceId === studio),
  );
}

test('prepared, ordered, active: each is prepared once, and the renewal of the year after waits for it', () => {
  const desk = decideBench();
  const both = renewalsOf(desk).slice(0, 2);
  const rows = () => sessionRows(desk.state, both);
  expect(rows().map(isToPrepare)).toEqual([true, false]);
  expect(rows()[1]?.later).toBe(true);
  desk.submit({ type: 'session/prepare', serviceIds: [studio] });
  expect(rows().map(({ cart }) => cart?.id ?? null)).toEqual(['renewal-fe-studio', null]);
  const shownGross = rows()[0]?.quote?.gross ?? 0;
  desk.submit({
    type: 'order/confirm',
    cartId: 'renewal-fe-studio' as CartId,
    payer,
    method: 'bank-transfer',
    clausesAccepted: true,
    shownGross,
  });
  expect(rows().map(({ order }) => order?.standing ?? null)).toEqual(['queued', null]);
  expect(rows().some(isToPrepare)).toBe(false);
});

test('once it is active the session still shows it, and does not ask to prepare it again', () => {
  const desk = decideBench();
  const [first, second] = renewalsOf(desk);
  if (first === undefined || second === undefined) throw new Error('No renewals');
  const { order } = orderView({ service: 'fe-studio', number: '31904418', change: { state: 'active' } });
  const service = desk.state.replica.services.get(studio);
  if (order === null || service === undefined) throw new Error('No order');
  desk.state.replica.orders.set('31904418' as OrderNumber, order);
  const items = service.items.map((item) => ({ ...item, expiry: second.expiry }));
  desk.state.replica.services.set(studio, { ...service, items });
  const [now, after] = sessionRows(desk.state, [first, second]);
  expect([now?.order?.standing, now !== undefined && isToPrepare(now)]).toEqual(['active', false]);
  expect(after !== undefined && isToPrepare(after)).toBe(true);
});
