// What only happens on several desks of a studio with a vendor.
import type { Numbers } from '../wishes/wish.ts';

export const studioWishes = [
  'buy',
  'buy',
  'renew',
  'place',
  'open',
  'quantity',
  'withdraw',
  'cancel',
  'automatic',
  'need',
  'assign',
  'free',
] as const;
export type StudioWish = (typeof studioWishes)[number];

export const vendorFaults = ['lost', 'reply-lost', 'slow'] as const;
export type VendorFault = (typeof vendorFaults)[number];

/** What becomes of the process that sends the next order, before or after the vendor has taken it. */
export const interruptions = ['killed-before', 'killed-after', 'stopped-before', 'stopped-after'] as const;
export type Interruption = (typeof interruptions)[number];

export type VendorStep =
  | {
      readonly do: 'studio-wish';
      readonly desk: number;
      readonly wish: StudioWish;
      readonly numbers: Numbers;
    }
  | { readonly do: 'vendor-message'; readonly fault: VendorFault; readonly times: number }
  | { readonly do: 'order-interrupted'; readonly how: Interruption }
  | { readonly do: 'server-stopped'; readonly server: number; readonly ms: number }
  | { readonly do: 'register-payment'; readonly number: number };
