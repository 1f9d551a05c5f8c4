// The renewal plan is made anew when something changes that it is made of, and only then.
import { expect, test } from 'vitest';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { planRenewals } from '../../core/desk/plan/renewal-plan.ts';
import { addDays } from '../../core/kernel/day.ts';
import { beginPlan } from '../../renderer/screens/renewal-plan/use-renewal-plan.ts';
import { sampleOffice } from '../support/sample-state.ts';

/** The state with one table replaced, as an event brings it. */
const changed = (state: AppState, part: 'workspace' | 'replica', table: string): AppState => ({
  ...state,
  [part]: { ...state[part], [table]: new Map(state[part][table as never]) },
});

test('another table leaves the plan as it is, unless it holds services, prices or the firm', () => {
  const { state } = sampleOffice();
  const anew: string[] = [];
  for (const part of ['workspace', 'replica'] as const)
    for (const table of Object.keys(state[part])) {
      const before = beginPlan(state, defaultRenewalChoices);
      const after = beginPlan(changed(state, part, table), defaultRenewalChoices);
      if (after !== before) anew.push(table);
    }
  expect(anew.toSorted()).toEqual(['firm', 'ownPriceLists', 'priceLists', 'services']);
  const today = beginPlan(state, defaultRenewalChoices);
  expect(beginPlan({ ...state, today: addDays(state.today, 1) }, defaultRenewalChoices)).not.toBe(today);
});

test('no other table has a say in it: the plan of a studio with nothing else is the same', () => {
  const { state } = sampleOffice();
  const { firm, ownPriceLists } = state.workspace;
  const { services, priceLists } = state.replica;
  const alone = { today: state.today, workspace: { firm, ownPriceLists }, replica: { services, priceLists } };
  expect(planRenewals(alone, defaultRenewalChoices)).toEqual(planRenewals(state, defaultRenewalChoices));
});
