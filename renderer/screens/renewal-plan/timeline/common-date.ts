import { useDeferredValue, useMemo } from 'react';
import { create } from 'zustand';
import { cartPricing } from '../../../../core/desk/cart/cart-figures.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';
import { addMonths, type Day } from '../../../../core/kernel/day.ts';
import { alignPortfolio } from '../../../../core/quotes/align-portfolio.ts';
import { preparePortfolio } from '../../../../core/quotes/prepared-portfolio.ts';
import { pricedItems } from '../../../../core/quotes/figures.ts';
import type { MonthRule } from '../../../../core/renewals/months.ts';
import { isRunning } from '../../../../core/services/lifecycle.ts';
import { activeItems } from '../../../../core/services/service.ts';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

/**
 * What it would cost to bring everything that runs to one day, worked out here at once: no call leaves the
 * window.
 */
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
    const services = running.map((service) => ({
      id: service.id,
      items: pricedItems(activeItems(service, state.today), priceList),
    }));
    const prepared = preparePortfolio(services);
    return {
      rule,
      totalAt(target) {
        const aligned = alignPortfolio(prepared, { target, rule, vatBasisPoints: priceList.vatBasisPoints });
        return {
          gross: aligned.all.gross,
          moved: aligned.net.reduce((count, net) => (net > 0 ? count + 1 : count), 0),
        };
      },
    };
  }, [state]);
}

/**
 * Where the person has put the common date; null while it stands where it began. Only what shows it is drawn
 * anew when it moves.
 */
const useMovedDate = create<{ readonly day: Day | null }>()(() => ({ day: null }));

/** Half a year from today until it is moved. */
export const useCommonDay = (today: Day): Day => useMovedDate(({ day }) => day) ?? addMonths(today, 6);

export const moveCommonDay = (day: Day): void => useMovedDate.setState({ day });

/**
 * What the common date comes to, in words: the handle follows the pointer at once, the sum over all services
 * with the next frame.
 */
export function useCommonTotal(date: CommonDate | null, today: Day): string {
  const settled = useDeferredValue(useCommonDay(today));
  const total = useMemo(() => date?.totalAt(settled) ?? null, [date, settled]);
  return total === null
    ? ''
    : text('renewals.common-total', { gross: money(total.gross), count: total.moved });
}
