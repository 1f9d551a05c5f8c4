import { monthsByClientInSteps } from '../../../core/desk/plan/months-by-client.ts';
import { moneyByMonth } from '../../../core/desk/plan/renewal-money.ts';
import type { RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { finished } from '../../components/use-steps.ts';
import { remembered } from '../../store/remembered.ts';

/** More colours cannot be told apart. All other clients are one part of the bar. */
const most = 5;

/** The payments of the plan that is shown, by month. */
export const monthsOf = remembered(moneyByMonth, 2);

/** Begins to split them among the clients that pay most. */
export const beginClients = remembered(
  (services: AppState['replica']['services'], plan: RenewalPlan) => () =>
    monthsByClientInSteps({ services }, plan, most),
  2,
);

/** The payments of the plan by month, split among the clients that pay most. */
export const clientsOf = (...about: Parameters<typeof beginClients>) => finished(beginClients(...about));
