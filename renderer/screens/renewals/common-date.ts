import { useMemo } from 'react';
import { cartPricing } from '../../../core/app/decide-cart.ts';
import type { AppState } from '../../../core/app/state.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { alignPortfolio } from '../../../core/quotes/align-portfolio.ts';
import { preparePortfolio } from '../../../core/quotes/prepared-portfolio.ts';
import { pricedItems } from '../../../core/quotes/quote.ts';
import type { MonthRule } from '../../../core/renewals/months.ts';
import { isRunning } from '../../../core/services/lifecycle.ts';
import { activeItems } from '../../../core/services/service.ts';

/** What it would cost to bring everything that runs to one day, worked out here at once: no call leaves the window. */
export interface CommonDate {
  readonly rule: MonthRule;
  readonly totalAt: (target: Day) => { readonly gross: Cents; readonly moved: number };
}

/** The portfolio is read once; each other day is then a look at a few hundred dates. */
export function useCommonDate(state: AppState): CommonDate | null {
  return useMemo(() => {
    const pricing = cartPricing(state);
    if (!pricing.ok) return null;
    const { rule, priceList } = pricing.value;
    const running = [...state.replica.services.values()].filter((service) => isRunning(service, state.today));
    const services = running.map((service) => ({ id: service.id, items: pricedItems(activeItems(service, state.today), priceList) }));
    const prepared = preparePortfolio(services);
    return {
      rule,
      totalAt(target) {
        const aligned = alignPortfolio(prepared, { target, rule, vatBasisPoints: priceList.vatBasisPoints });
        return { gross: aligned.all.gross, moved: aligned.net.reduce((count, net) => (net > 0 ? count + 1 : count), 0) };
      },
    };
  }, [state]);
}
