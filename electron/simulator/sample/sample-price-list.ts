import { publicSource, type PriceList } from '../../../core/catalog/price-list.ts';
import { cents } from '../../../core/kernel/cents.ts';
import { addDays, type Day } from '../../../core/kernel/day.ts';

const from2026 = '2026-01-01' as Day;

/**
 * Aruba's price list (rule C6), net per year. It is in force since 2026, or since 30 days ago if
 * today is earlier than that.
 */
export function samplePriceList(today: Day): PriceList {
  const monthAgo = addDays(today, -30);
  return {
    version: '10/2026',
    validFrom: monthAgo < from2026 ? monthAgo : from2026,
    source: publicSource,
    yearly: {
      'e-invoicing': cents(2990),
      'receive-only': cents(2990),
      user: cents(490),
      documents: cents(1990),
      collections: cents(1990),
      'orders-nso': cents(2500),
      woocommerce: cents(3990),
      'extra-gb': cents(990),
    },
    vatBasisPoints: 2200,
    notes: '',
    promotion: { months: 3, price: cents(100) },
    // Invented: professional orders give out their own codes, and Aruba does not publish their effect.
    conventions: [{ code: 'COMMERCIALISTI', basisPoints: 1000 }],
  };
}
