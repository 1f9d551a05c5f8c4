import type { CartRefusal } from '../cart/refusals.ts';

/** Why the firm's price lists and rules stay as they are. */
export type RulesRefusal =
  | CartRefusal
  /** Somebody else has changed it after the person began to. */
  | { readonly reason: 'changed-by-other' }
  | { readonly reason: 'price-list-exists'; readonly version: string }
  | { readonly reason: 'price-list-day-taken'; readonly version: string }
  | { readonly reason: 'receipt-without-figures' }
  /** The typed net, VAT and total do not belong together. */
  | { readonly reason: 'receipt-contradicts' };
