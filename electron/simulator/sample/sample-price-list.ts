import type { PriceList } from '../../../core/catalog/price-list.ts';
import { publicPriceList } from '../../../core/catalog/public-price-list.ts';
import { addDays, type Day } from '../../../core/kernel/day.ts';

/**
 * Aruba's price list (rule C6). It is in force since 2026, or since 30 days ago if today is earlier than
 * that.
 */
export function samplePriceList(today: Day): PriceList {
  const monthAgo = addDays(today, -30);
  return {
    ...publicPriceList,
    validFrom: monthAgo < publicPriceList.validFrom ? monthAgo : publicPriceList.validFrom,
    // Invented: professional orders give out their own codes, and Aruba does not publish their effect.
    conventions: [{ code: 'COMMERCIALISTI', basisPoints: 1000 }],
  };
}
