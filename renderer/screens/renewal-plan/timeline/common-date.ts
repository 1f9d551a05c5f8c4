import { useDeferredValue, useMemo } from 'react';
import { create } from 'zustand';
import { cartPricing } from '../../../../core/desk/cart/cart-figures.ts';
import type { RenewalState } from '../../../../core/desk/plan/service-renewals.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';
import { addMonths, type Day } from '../../../../core/kernel/day.ts';
import { alignPortfolio } from '../../../../core/quotes/align-portfolio.ts';
import { preparePortfolio } from '../../../../core/quotes/prepared-portfolio.ts';
import { pricedItems } from '../../../../core/quotes/figures.ts';
import type { MonthRule } from '../../../../core/renewals/months.ts';
import { isRunning } from '../../../../core/services/lifecycle.ts';
import { activeItems } from '../../../../core/services/service.ts';
import { remembered } from '../../../store/remembered.ts';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { stateOfPlan } from '../use-renewal-plan.ts';

/**
 * The cost of bringing all running services to one day. It is computed in this window, without a call
 * to the main process.
 */
export interface CommonDate {
  readonly rule: MonthRule;
  readonly totalAt: (target: Day) => { readonly gross: Cents; readonly moved: number };
}

/**
 * The portfolio is prepared once. Each further day only needs a few hundred dates. Null if there are no
 * prices yet.
 */
export const commonDate = (state: RenewalState): CommonDate | null => prepared(stateOfPlan(state));

const prepared = remembered((state: RenewalState): CommonDate | null => {
  const pricing = cartPricing(state);
  if (!pricing.ok) return null;
  const { rule, priceList } = pricing.value;
  const running = [...state.replica.services.values()].filter((service) => isRunning(service, state.today));
  const services = running.map((service) => ({
    id: service.id,
    items: pricedItems(activeItems(service, state.today), priceList),
  }));
  const portfolio = preparePortfolio(services);
  return {
    rule,
    totalAt(target) {
      const aligned = alignPortfolio(portfolio, { target, rule, vatBasisPoints: priceList.vatBasisPoints });
      return {
        gross: aligned.all.gross,
        moved: aligned.net.reduce((count, net) => (net > 0 ? count + 1 : count), 0),
      };
    },
  };
});

/**
 * The common date that the person chose. Null until it is moved. Only the components that show the date
 * render again when it moves.
 */
const useMovedDate = create<{ readonly day: Day | null }>()(() => ({ day: null }));

/** The common date. Until it is moved, it is six months from today. */
export const useCommonDay = (today: Day): Day => useMovedDate(({ day }) => day) ?? addMonths(today, 6);

export const moveCommonDay = (day: Day): void => useMovedDate.setState({ day });

/**
 * The total of the common date, in words. The handle follows the pointer at once; the sum over all services
 * follows in a later render.
 */
export function useCommonTotal(date: CommonDate | null, today: Day): string {
  const settled = useDeferredValue(useCommonDay(today));
  const total = useMemo(() => date?.totalAt(settled) ?? null, [date, settled]);
  return total === null
    ? ''
    : text('renewal-plan.common-total', { gross: money(total.gross), count: total.moved });
}
