import type { RenewalChoices } from '../../../../core/desk/rows/renewal-choices.ts';
import { moneyByYear, moneyInAll } from '../../../../core/desk/plan/renewal-money.ts';
import { planRenewals, type RenewalPlan } from '../../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';

export interface ScenarioFigures {
  readonly plan: RenewalPlan;
  /** The days of work. An extension today counts as one more day. */
  readonly sessions: number;
  readonly now: Cents;
  readonly byYear: ReadonlyMap<string, Cents>;
  readonly gross: Cents;
}

/** The figures that follow from the choices. Null if there are no prices. */
export function scenarioFigures(state: AppState, choices: RenewalChoices): ScenarioFigures | null {
  const plan = planRenewals(state, choices);
  if (!plan.ok) return null;
  const { now, sessions } = plan.value;
  const alone = now.length > 0 && !sessions.some(({ day }) => day === state.today);
  return {
    plan: plan.value,
    sessions: sessions.length + (alone ? 1 : 0),
    now: now.reduce((sum, { gross }) => sum + gross, 0) as Cents,
    byYear: moneyByYear(plan.value),
    gross: moneyInAll(plan.value),
  };
}
