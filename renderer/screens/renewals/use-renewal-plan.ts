import { useMemo } from 'react';
import { defaultRenewalChoices, type RenewalChoices } from '../../../core/app/renewal-choices.ts';
import { planRenewals, type RenewalPlan } from '../../../core/app/renewal-plan.ts';
import type { AppState } from '../../../core/app/state.ts';
import { create } from 'zustand';

/** How this window looks at the renewals; kept while it is open. */
export const useRenewalChoices = create<RenewalChoices>()(() => defaultRenewalChoices);

const nothing: RenewalPlan = { now: [], sessions: [], missed: [], cost: 0, automatic: [], daysWithoutPlan: 0 };

/** The plan for the choices on screen; empty where there are no prices yet. */
export function useRenewalPlan(state: AppState): RenewalPlan {
  const choices = useRenewalChoices();
  return useMemo(() => {
    const plan = planRenewals(state, choices);
    return plan.ok ? plan.value : nothing;
  }, [state, choices]);
}
