import { useEffect, useMemo, useRef } from 'react';
import { planChoices } from '../../../core/desk/plan/decide-plan.ts';
import { sameRenewals, type RenewalState } from '../../../core/desk/plan/service-renewals.ts';
import type { RenewalChoices } from '../../../core/desk/rows/renewal-choices.ts';
import { planRenewalsInSteps, type RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { Steps } from '../../../core/kernel/steps.ts';
import type { Arrangements } from '../../../core/register/arrangement.ts';
import { finished, readyInSteps, useStepsAfterFirst } from '../../components/use-steps.ts';
import { takeWhenIdle } from '../../shell/when-idle.ts';
import { useDesk } from '../../store/desk.ts';
import { keptWhile, remembered } from '../../store/remembered.ts';
import { beginRenewalRows } from './kept-renewal-rows.ts';
import { beginClients, monthsOf } from './plan-money.ts';

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

/** A plan with the choices that it was made for. */
interface PlanOf {
  readonly plan: RenewalPlan;
  readonly choices: RenewalChoices;
}

const beginShown = remembered(
  (
    begin: ReturnType<typeof beginPlan>,
    choices: RenewalChoices,
    services: AppState['replica']['services'],
    arrangements: Arrangements | null,
  ) =>
    function* shownInSteps(): Steps<PlanOf> {
      yield* readyInSteps(begin);
      const made = finished(begin);
      const plan = made.ok ? made.value : nothing;
      yield 0.9;
      monthsOf(plan);
      yield* readyInSteps(beginClients(services, plan));
      yield* readyInSteps(beginRenewalRows(useDesk.getState().state, plan, arrangements));
      return { plan, choices };
    },
  2,
);

/**
 * Works the plan of so many months out in idle time, with its rows and sums, while somebody looks at the list
 * of years: the first long plan takes longer than a later one. Call the function with true when the list
 * opens, and with false when it closes.
 */
export function useLongPlanReady(
  state: AppState,
  arrangements: Arrangements | null,
  horizonMonths: number,
): (open: boolean) => void {
  const choices = { ...useRenewalChoices(), horizonMonths };
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return (open) => {
    stop.current?.();
    if (!open) return;
    const begin = beginPlan(state, choices);
    const shown = beginShown(begin, choices, state.replica.services, arrangements);
    stop.current = takeWhenIdle(readyInSteps(shown));
  };
}

/**
 * The same for a screen that always shows it: after a change the plan before stays, with its own choices,
 * until the next one is worked out. Its rows and its sums are known then, too.
 */
export function useShownPlan(state: AppState, arrangements: Arrangements | null): PlanOf {
  const choices = useRenewalChoices();
  const begin = beginPlan(state, choices);
  return useStepsAfterFirst(beginShown(begin, choices, state.replica.services, arrangements));
}
