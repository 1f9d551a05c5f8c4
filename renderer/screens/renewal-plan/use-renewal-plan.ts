import { useMemo } from 'react';
import { planChoices } from '../../../core/desk/plan/decide-plan.ts';
import { sameRenewals, type RenewalState } from '../../../core/desk/plan/service-renewals.ts';
import type { RenewalChoices } from '../../../core/desk/rows/renewal-choices.ts';
import { planRenewalsInSteps, type RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { finished } from '../../components/use-steps.ts';
import { useDesk } from '../../store/desk.ts';
import { keptWhile, remembered } from '../../store/remembered.ts';

/** The choices for the plan. They are stored, and they are the same in every window. */
export function useRenewalChoices(): RenewalChoices {
  const kept = useDesk(({ state }) => state.workspace.planChoices.get('plan'));
  const today = useDesk(({ state }) => state.today);
  return useMemo(() => planChoices(kept, today), [kept, today]);
}

const nothing: RenewalPlan = {
  now: [],
  sessions: [],
  missed: [],
  cost: 0,
  automatic: [],
  daysWithoutPlan: 0,
};

/**
 * The state, or an earlier one with the same renewals: a plan of ten thousand services is not made anew
 * because somebody got a seat.
 */
export const stateOfPlan = keptWhile<RenewalState>(sameRenewals);

const beginFor = remembered(
  (state: RenewalState, choices: string) => () =>
    planRenewalsInSteps(state, Object.fromEntries(JSON.parse(choices)) as RenewalChoices),
  2,
);

/** Begins the plan: with the same function as long as the state is the same and the choices say the same. */
export const beginPlan = (state: RenewalState, choices: RenewalChoices) =>
  beginFor(
    stateOfPlan(state),
    JSON.stringify(Object.entries(choices).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );

/** The plan for the stored choices. Empty if there are no prices yet. */
export function useRenewalPlan(state: AppState): RenewalPlan {
  const plan = finished(beginPlan(state, useRenewalChoices()));
  return plan.ok ? plan.value : nothing;
}
