import { useMemo } from 'react';
import { planChoices } from '../../../core/desk/plan/decide-plan.ts';
import type { RenewalChoices } from '../../../core/desk/rows/renewal-choices.ts';
import { planRenewals, type RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { useDesk } from '../../store/desk.ts';

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

/** The plan for the stored choices. Empty if there are no prices yet. */
export function useRenewalPlan(state: AppState): RenewalPlan {
  const choices = useRenewalChoices();
  return useMemo(() => {
    const plan = planRenewals(state, choices);
    return plan.ok ? plan.value : nothing;
  }, [state, choices]);
}
