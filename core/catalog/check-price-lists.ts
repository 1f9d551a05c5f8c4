import type { Day } from '../kernel/day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { itemKinds, type ItemKind } from './item.ts';
import type { PriceList } from './price-list.ts';

/** Why price lists cannot be used together: none, two that begin on one day, or a price that is missing or no price. */
export type PriceListsRefusal =
  | { readonly reason: 'no-price-list' }
  | { readonly reason: 'same-valid-from'; readonly first: string; readonly second: string; readonly validFrom: Day }
  | { readonly reason: 'bad-price'; readonly version: string; readonly field: ItemKind | 'vatBasisPoints' | 'promotion' };

const whole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;

const mostCents = 10_000_000;

function badPrice({ yearly, vatBasisPoints, promotion }: PriceList): ItemKind | 'vatBasisPoints' | 'promotion' | undefined {
  if (!whole(vatBasisPoints, 10_000)) return 'vatBasisPoints';
  if (!whole(promotion.months, 12) || !whole(promotion.price, mostCents)) return 'promotion';
  // A list from outside may lack a kind, whatever its type says.
  return itemKinds.find((kind) => !whole(yearly[kind], mostCents));
}

/**
 * Price lists as a whole (rule C6): from the first `validFrom` on, exactly one is in force on every day. Each has a price of
 * 0 to 100,000.00 for every kind; no two begin on the same day; there is at least one.
 */
export function checkPriceLists(lists: readonly PriceList[]): Result<readonly PriceList[], PriceListsRefusal> {
  if (lists.length === 0) return err({ reason: 'no-price-list' });
  const begins = new Map<Day, string>();
  for (const list of lists) {
    const field = badPrice(list);
    if (field !== undefined) return err({ reason: 'bad-price', version: list.version, field });
    const other = begins.get(list.validFrom);
    if (other !== undefined) return err({ reason: 'same-valid-from', first: other, second: list.version, validFrom: list.validFrom });
    begins.set(list.validFrom, list.version);
  }
  return ok(lists);
}
