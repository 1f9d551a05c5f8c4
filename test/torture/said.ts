// The lines that the tortured desk prints, one JSON object on each line.
import type { StoreNotice } from '../../core/bridge/storage.ts';

export interface OrderSeen {
  readonly orderNumber: string;
  readonly clientReference: string | null;
  readonly state: string;
}

/** What a desk holds after its start. */
export interface There {
  readonly emails: readonly string[];
  readonly waiting: readonly string[];
  readonly placements: readonly string[];
  readonly orders: readonly OrderSeen[];
  /** Null if the vendor did not answer. */
  readonly vendorOrders: readonly OrderSeen[] | null;
  readonly notices: readonly StoreNotice[];
}

/** What a desk of a shared studio shows, and the people that its waiting and its refused commands add. */
export interface SharedThere {
  readonly emails: readonly string[];
  readonly waiting: readonly string[];
  readonly refused: readonly string[];
}

/** `number`: the line of the journal that holds it. */
export type Kept =
  | { readonly kind: 'person'; readonly email: string; readonly number: number }
  | { readonly kind: 'placed'; readonly key: string; readonly number: number };

export type Said =
  | Kept
  | ({ readonly kind: 'there' } & There)
  | ({ readonly kind: 'shared'; readonly notices: readonly StoreNotice[] } & SharedThere)
  | ({ readonly kind: 'settled' } & SharedThere)
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'not-signed-in' };
