// The rows of the renewals stay the same objects until something changes that they show.
import { expect, test } from 'vitest';
import { planRenewals } from '../../core/desk/plan/renewal-plan.ts';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { addDays } from '../../core/kernel/day.ts';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { keptRenewalRows } from '../../renderer/screens/renewal-plan/kept-renewal-rows.ts';
import { orderedRenewals, renewalRows } from '../../renderer/screens/renewal-plan/renewal-rows.ts';
import { arrangedOffice } from '../support/arranged-office.ts';
import { confirmedOrder } from '../support/confirmed-order.ts';
import { decideBench } from '../support/sample-state.ts';

const rossi = 'fe-rossi' as ServiceId;

test('somebody who needs a user changes nothing; an order, services, the day and the register do', () => {
  const bench = decideBench();
  const planned = planRenewals(bench.state, defaultRenewalChoices);
  if (!planned.ok) throw new Error(planned.error.reason);
  const plan = planned.value;
  const fresh = (state: AppState, arrangements: Parameters<typeof renewalRows>[3] = null) =>
    renewalRows(
      { services: state.replica.services, today: state.today },
      plan,
      orderedRenewals(state),
      arrangements,
    );
  const first = keptRenewalRows(bench.state, plan, null);
  expect(first).toEqual(fresh(bench.state));

  bench.submit({
    type: 'seat/need',
    serviceId: rossi,
    personIds: ['p-a-ferri' as PersonId],
    needed: true,
  });
  expect(keptRenewalRows({ ...bench.state }, plan, null)).toBe(first);

  const made = bench.submit({ type: 'cart/open-renewal', serviceId: rossi });
  expect(made).toMatchObject({ ok: true });
  expect(keptRenewalRows({ ...bench.state }, plan, null)).toBe(first);
  bench.submit(confirmedOrder(bench.state, 'renewal-fe-rossi'));
  const ordered = keptRenewalRows(bench.state, plan, null);
  expect(ordered.filter((row) => row.ordered).map(({ service }) => service.id)).toEqual([rossi]);
  expect(ordered).toEqual(fresh(bench.state));

  const { replica, workspace, today } = bench.state;
  const later: AppState = { replica, workspace, today: addDays(today, 60) };
  expect(keptRenewalRows(later, plan, null)).toEqual(fresh(later));
  const services = new Map(replica.services);
  services.delete(rossi);
  const fewer: AppState = { replica: { ...replica, services }, workspace, today };
  expect(keptRenewalRows(fewer, plan, null)).toEqual(fresh(fewer));
  const arranged = arrangedOffice(bench.state);
  expect(keptRenewalRows(fewer, plan, arranged)).toEqual(fresh(fewer, arranged));
});
