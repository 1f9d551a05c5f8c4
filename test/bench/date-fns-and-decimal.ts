// The same work with months from date-fns for each item and amounts from decimal.js. It also checks the
// product: core/kernel/day.ts remembers the months of a year and does not use `differenceInMonths`.
import { addMonths } from 'date-fns/addMonths';
import { differenceInMonths } from 'date-fns/differenceInMonths';
import { parseISO } from 'date-fns/parseISO';
import { Decimal } from 'decimal.js';
import type { Day } from '../../core/kernel/day.ts';
import type { PortfolioService } from '../../core/quotes/portfolio.ts';

const wholeCents = (amount: Decimal): Decimal => amount.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);

function startedMonths(from: Date, to: Date): number {
  const completed = differenceInMonths(to, from);
  return addMonths(from, completed) < to ? completed + 1 : completed;
}

/**
 * Aligns and prices services by `started-month`: lines with months, net and new expiry, and the
 * totals of each service.
 */
export function alignWithLibraries(services: readonly PortfolioService[], target: Day) {
  const to = parseISO(target);
  return services.map(({ id, items }) => {
    const lines = items.map((item) => {
      const months = item.expiry >= target ? 0 : startedMonths(parseISO(item.expiry), to);
      const net = wholeCents(new Decimal(item.quantity).times(item.yearly).times(months).div(12));
      return { ...item, months, net, newExpiry: months === 0 ? item.expiry : target };
    });
    const net = lines.reduce((sum, line) => sum.plus(line.net), new Decimal(0));
    const vat = wholeCents(net.times(2200).div(10_000));
    return { id, lines, net, vat, gross: net.plus(vat) };
  });
}
