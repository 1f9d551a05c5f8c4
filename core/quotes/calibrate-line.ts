import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { lineNet } from '../renewals/align.ts';
import { monthRules, monthsCharged, type MonthRule } from '../renewals/months.ts';

/** One charged line of an invoice: pieces at a yearly price for the time from one expiry to another. */
export interface ChargedLine {
  readonly quantity: number;
  readonly yearly: Cents;
  readonly from: Day;
  readonly to: Day;
  readonly net: Cents;
}

/** The month rules that give a line's net to the cent (rules B, C1). None may, or several. */
export const rulesOfLine = ({ quantity, yearly, from, to, net }: ChargedLine): readonly MonthRule[] =>
  monthRules.filter((rule) => lineNet(quantity, yearly, monthsCharged(rule, from, to)) === net);
