import type { Day } from '../../kernel/day.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { PlanRefusal } from './refusals.ts';
import {
  defaultRenewalChoices,
  mostChosenDays,
  type PlanChoices,
  type RenewalChoices,
} from '../rows/renewal-choices.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

type Decision = DecisionOr<PlanRefusal>;
type PlanChoice = {
  readonly [F in 'method' | 'noticeMonths' | 'horizonMonths']?: RenewalChoices[F] | undefined;
};

/**
 * The choices that the plan on the screen follows: the stored ones without past days, or else the defaults.
 */
export function planChoices(kept: PlanChoices | undefined, today: Day): RenewalChoices {
  if (kept === undefined) return defaultRenewalChoices;
  const { id: _id, forced, forbidden, ...rest } = kept;
  const ahead = (days: RenewalChoices['forced']): RenewalChoices['forced'] =>
    days.filter((day) => day >= today);
  return { ...defaultRenewalChoices, ...rest, forced: ahead(forced), forbidden: ahead(forbidden) };
}

const choicesNow = ({ workspace, today }: AppState): RenewalChoices =>
  planChoices(workspace.planChoices.get('plan'), today);

function kept(state: AppState, change: Partial<PlanChoices>): WorkspaceChange[] {
  const { method, noticeMonths, horizonMonths, forced, forbidden } = { ...choicesNow(state), ...change };
  return [
    {
      table: 'planChoices',
      id: 'plan',
      value: { id: 'plan', method, noticeMonths, horizonMonths, forced, forbidden },
    },
  ];
}

/** Changes the payment method, the notice or the horizon. Changes nothing if they are chosen already. */
export function choosePlan(state: AppState, { choice }: { readonly choice: PlanChoice }): Decision {
  const before = choicesNow(state);
  const {
    method = before.method,
    noticeMonths = before.noticeMonths,
    horizonMonths = before.horizonMonths,
  } = choice;
  const same =
    method === before.method &&
    noticeMonths === before.noticeMonths &&
    horizonMonths === before.horizonMonths;
  return ok(same ? [] : kept(state, { method, noticeMonths, horizonMonths }));
}

/**
 * Marks a day as wanted or unwanted, never both (rule I2). Refused for a past day, and beyond the most days
 * that are kept.
 */
export function chooseDay(
  state: AppState,
  { day, wish }: { readonly day: Day; readonly wish: 'forced' | 'forbidden' | null },
): Decision {
  if (wish !== null && day < state.today) return err({ reason: 'plan-day-past', day });
  const before = choicesNow(state);
  if (
    wish === null
      ? !before.forced.includes(day) && !before.forbidden.includes(day)
      : before[wish].includes(day)
  )
    return ok([]);
  const others = (days: RenewalChoices['forced']): RenewalChoices['forced'] =>
    days.filter((one) => one !== day);
  const after = { forced: others(before.forced), forbidden: others(before.forbidden) };
  if (wish === null) return ok(kept(state, after));
  if (after[wish].length >= mostChosenDays) return err({ reason: 'too-many-days', most: mostChosenDays });
  return ok(kept(state, { ...after, [wish]: [...after[wish], day].sort() }));
}
