import { cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { publicSource, type PriceList } from './price-list.ts';

/** Aruba's public prices (rule C6), net per year, in force since 2026. Convention codes are not published. */
export const publicPriceList: PriceList = {
  version: '10/2026',
  validFrom: '2026-01-01' as Day,
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
  conventions: [],
};
