import { isServiceKind } from '../catalog/item.ts';
import type { PriceList } from '../catalog/price-list.ts';
import { cents } from '../kernel/cents.ts';
import { dayOfMonth, type Day } from '../kernel/day.ts';
import { lineNet, wholeYears, type AlignedLine } from './align.ts';
import type { NewItem } from './add-users.ts';

/**
 * A line, and the promotion that its amount uses: the first months cost `price`, the
 * others their share of the year.
 */
export interface FirstPurchaseLine extends AlignedLine {
  readonly promotion: PriceList['promotion'] | null;
}

/**
 * A first purchase on `day` for `years` (1 to 10; 1 or 2 on promotion). Every line runs for the whole
 * years (rule D2). On promotion the first months of the service line cost the promotion's price and
 * not their share of the year.
 */
export function firstPurchase({
  day,
  years,
  bought,
  promotion,
}: {
  readonly day: Day;
  readonly years: number;
  readonly bought: readonly NewItem[];
  readonly promotion: PriceList['promotion'] | null;
}): readonly FirstPurchaseLine[] {
  return bought.map((item) => {
    const line = wholeYears({ ...item, expiry: day, anchor: dayOfMonth(day) }, years);
    if (promotion === null || !isServiceKind(item.kind)) return { ...line, promotion: null };
    const paid = lineNet(item.quantity, item.yearly, { num: 12 * years - promotion.months, den: 1 });
    return { ...line, promotion, net: cents(item.quantity * promotion.price + paid) };
  });
}
