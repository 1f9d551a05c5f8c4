import type { RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import type { Arrangements } from '../../../core/register/arrangement.ts';
import { finished } from '../../components/use-steps.ts';
import { keptWhile, remembered } from '../../store/remembered.ts';
import { orderedRenewals, renewalRowsInSteps } from './renewal-rows.ts';

const orderedOf = keptWhile<ReadonlySet<ServiceId>>(
  (earlier, now) => earlier.size === now.size && [...earlier].every((id) => now.has(id)),
);

const beginRows = remembered(
  (
    services: AppState['replica']['services'],
    today: Day,
    plan: RenewalPlan,
    ordered: ReadonlySet<ServiceId>,
    arrangements: Arrangements | null,
  ) =>
    () =>
      renewalRowsInSteps({ services, today }, plan, ordered, arrangements),
  2,
);

/** Begins the rows: with the same function when only people, seats or carts change. */
export const beginRenewalRows = (state: AppState, plan: RenewalPlan, arrangements: Arrangements | null) =>
  beginRows(state.replica.services, state.today, plan, orderedOf(orderedRenewals(state)), arrangements);

/**
 * The rows of the renewals. They stay the same objects when only people, seats or carts change: ten thousand
 * of them can be felt.
 */
export const keptRenewalRows = (...about: Parameters<typeof beginRenewalRows>) =>
  finished(beginRenewalRows(...about));
