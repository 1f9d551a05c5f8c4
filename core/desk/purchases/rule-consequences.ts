import type { Cents } from '../../kernel/cents.ts';
import type { QuoteId } from '../../kernel/id.ts';
import { latest, totalsOf } from '../../quotes/quote-document.ts';
import { planChoices } from '../plan/decide-plan.ts';
import { moneyInAll } from '../plan/renewal-money.ts';
import { planRenewals } from '../plan/renewal-plan.ts';
import { offerDriftOf } from '../quotes/offer-drift.ts';
import { isOpenQuote } from '../quotes/quote-order.ts';
import type { AppState, Firm } from '../rows/state.ts';

/** An open quote that would cost something else today. Gross cents; null if nothing can be priced today. */
export interface ChangedQuote {
  readonly id: QuoteId;
  readonly recipient: string;
  readonly quoted: Cents;
  readonly before: Cents | null;
  readonly after: Cents | null;
}

/** What another rule would change. The frozen figures of quotes and purchases stay (rule C4). */
export interface RuleConsequences {
  readonly quotes: readonly ChangedQuote[];
  /** The forecast of the plan's horizon, gross cents; null if it cannot be computed. */
  readonly forecast: { readonly before: Cents; readonly after: Cents } | null;
}

const withFirm = (state: AppState, firm: Firm): AppState => ({
  ...state,
  workspace: { ...state.workspace, firm: new Map([['firm', firm]]) },
});

function forecastOf(state: AppState): Cents | null {
  const plan = planRenewals(state, planChoices(state.workspace.planChoices.get('plan'), state.today));
  return plan.ok ? moneyInAll(plan.value) : null;
}

/** What open quotes and the forecast would say under other rules of the firm. Changes nothing. */
export function ruleConsequences(
  state: AppState,
  change: Partial<Pick<Firm, 'rule' | 'offPolicy'>>,
): RuleConsequences {
  const firm = state.workspace.firm.get('firm');
  if (firm === undefined) return { quotes: [], forecast: null };
  const after = withFirm(state, { ...firm, ...change });
  const quotes = [...state.workspace.quotes.values()]
    .filter((quote) => isOpenQuote(state, quote))
    .flatMap((quote): ChangedQuote[] => {
      const totals = [state, after].map((one) => {
        const drift = offerDriftOf(one, quote);
        return drift.ok ? (drift.value.today?.gross ?? null) : null;
      });
      const [now = null, then = null] = totals;
      return now === then
        ? []
        : [
            {
              id: quote.id,
              recipient: quote.recipient.name,
              quoted: totalsOf(latest(quote)).gross,
              before: now,
              after: then,
            },
          ];
    });
  const [before, then] = [forecastOf(state), forecastOf(after)];
  return { quotes, forecast: before === null || then === null ? null : { before, after: then } };
}
