// Rules A, B and D again, with a calendar that only steps through months and day numbers,
// and decimal amounts.
// It imports nothing of core.
import { Decimal } from 'decimal.js';
import type { Answer, Case } from './case.ts';

/** Enough digits that no cut quotient comes near half a cent. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

type Parts = readonly [year: number, month: number, day: number];

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number): boolean => year % 400 === 0 || (year % 100 !== 0 && year % 4 === 0);
const lengthOf = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? 0);

const partsOf = (text: string): Parts => [
  Number(text.slice(0, 4)),
  Number(text.slice(5, 7)),
  Number(text.slice(8)),
];
const key = ([year, month, day]: Parts): number => year * 10_000 + month * 100 + day;

/** Days since 1 January 1900, counted year by year and month by month. */
const yearStarts: number[] = [];
for (let year = 1900, days = 0; year <= 2300; year += 1) {
  yearStarts[year] = days;
  days += leap(year) ? 366 : 365;
}
function dayNumber([year, month, day]: Parts): number {
  let days = yearStarts[year] ?? Number.NaN;
  for (let before = 1; before < month; before += 1) days += lengthOf(year, before);
  return days + day;
}

interface Walk {
  /** The number of steps whose day is not after the target. */
  readonly completed: number;
  readonly begun: Parts;
  /** The day of the first step after `begun`. */
  readonly next: Parts;
}

/** Steps from the start, month by month, until the target is passed. */
function walk([year, month, day]: Parts, to: Parts, anchor: number): Walk {
  let [y, m, completed] = [year, month, 0];
  let begun: Parts = [year, month, day];
  for (;;) {
    [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
    const next: Parts = [y, m, Math.min(anchor, lengthOf(y, m))];
    if (key(next) > key(to)) return { completed, begun, next };
    begun = next;
    completed += 1;
  }
}

function charged(rule: string, from: Parts, to: Parts, anchor: number): readonly [num: number, den: number] {
  const days = dayNumber(to) - dayNumber(from);
  const { completed, begun, next } = walk(from, to, anchor);
  const [left, length] = [dayNumber(to) - dayNumber(begun), dayNumber(next) - dayNumber(begun)];
  switch (rule) {
    case 'started-month':
      return [completed + Math.sign(left), 1];
    case 'completed-month':
      return [completed, 1];
    case 'actual-days':
      return [completed * length + left, length];
    case 'actual-365':
      return [days * 12, 365];
    case 'thirty-360': {
      const [a, b] = [from, to].map(([year, month, day]) => year * 360 + month * 30 + Math.min(day, 30));
      return [(b ?? 0) - (a ?? 0), 30];
    }
    default:
      throw new Error(`No such rule: ${rule}`);
  }
}

export function alignWithDecimal({ quantity, yearly, expiry, anchor, target, rule }: Case): Answer {
  const [from, to] = [partsOf(expiry), partsOf(target)];
  if (key(from) >= key(to)) return { months: '0/1', net: 0, newExpiry: expiry, newAnchor: anchor };
  const [num, den] = charged(rule, from, to, anchor);
  const months = new Exact(num).div(den).toFraction(den).join('/');
  const net = new Exact(quantity)
    .times(yearly)
    .times(num)
    .div(12 * den);
  return { months, net: net.toDecimalPlaces(0).toNumber(), newExpiry: target, newAnchor: to[2] };
}
