// The lines that the tortured desk prints, one JSON object on each line.

export interface OrderSeen {
  readonly orderNumber: string;
  readonly clientReference: string | null;
  readonly state: string;
}

export interface There {
  readonly kind: 'there';
  readonly emails: readonly string[];
  readonly waiting: readonly string[];
  readonly placements: readonly string[];
  readonly orders: readonly OrderSeen[];
  /** Null if the vendor did not answer. */
  readonly vendorOrders: readonly OrderSeen[] | null;
  readonly notices: readonly string[];
}

export type Said =
  | There
  | { readonly kind: 'person'; readonly email: string }
  | { readonly kind: 'placed'; readonly key: string }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'not-signed-in' };
