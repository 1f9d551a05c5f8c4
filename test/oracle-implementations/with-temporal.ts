// Rules A, B and D again, with days and months by Temporal and amounts as whole numbers of any size. It
// imports nothing of core.
import { Temporal } from 'temporal-polyfill';
import type { Answer, Case } from './case.ts';

type Ratio = readonly [num: bigint, den: bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

const daysFrom = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'days' }).days;

function monthsLater(from: Temporal.PlainDate, months: number, anchor: number): Temporal.PlainDate {
  const month = from.toPlainYearMonth().add({ months });
  return month.toPlainDate({ day: Math.min(anchor, month.daysInMonth) });
}

/**
 * The largest n whose day is not after `to`: a first guess from the months, corrected by
 * the words of the rule.
 */
function completed(from: Temporal.PlainDate, to: Temporal.PlainDate, anchor: number): number {
  const isAfter = (months: number): boolean =>
    Temporal.PlainDate.compare(monthsLater(from, months, anchor), to) > 0;
  let months = from.toPlainYearMonth().until(to.toPlainYearMonth(), { largestUnit: 'months' }).months;
  while (isAfter(months)) months -= 1;
  while (!isAfter(months + 1)) months += 1;
  return months;
}

function charged(rule: string, from: Temporal.PlainDate, to: Temporal.PlainDate, anchor: number): Ratio {
  const whole = completed(from, to, anchor);
  const begun = monthsLater(from, whole, anchor);
  const left = daysFrom(begun, to);
  switch (rule) {
    case 'started-month':
      return [BigInt(left > 0 ? whole + 1 : whole), 1n];
    case 'completed-month':
      return [BigInt(whole), 1n];
    case 'actual-days': {
      const length = daysFrom(begun, monthsLater(from, whole + 1, anchor));
      return [BigInt(whole * length + left), BigInt(length)];
    }
    case 'actual-365':
      return [BigInt(daysFrom(from, to) * 12), 365n];
    case 'thirty-360': {
      const day = (date: Temporal.PlainDate): number => (date.day === 31 ? 30 : date.day);
      return [BigInt((to.year - from.year) * 360 + (to.month - from.month) * 30 + day(to) - day(from)), 30n];
    }
    default:
      throw new Error(`No such rule: ${rule}`);
  }
}

export function alignWithTemporal({ quantity, yearly, expiry, anchor, target, rule }: Case): Answer {
  const [from, to] = [Temporal.PlainDate.from(expiry), Temporal.PlainDate.from(target)];
  if (Temporal.PlainDate.compare(from, to) >= 0)
    return { months: '0/1', net: 0, newExpiry: expiry, newAnchor: anchor };
  const [num, den] = charged(rule, from, to, anchor);
  const common = gcd(num, den);
  const [twice, divisor] = [2n * BigInt(quantity) * BigInt(yearly) * num, 12n * den];
  return {
    months: `${num / common}/${den / common}`,
    net: Number((twice + divisor) / (2n * divisor)),
    newExpiry: to.toString(),
    newAnchor: to.day,
  };
}
