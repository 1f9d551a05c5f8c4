import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { CartId } from '../../core/kernel/id.ts';
import type { Payer } from '../../core/orders/payment.ts';

const name = 'allinea-payer-drafts';

interface Drafts {
  readonly byCart: Readonly<Record<string, Payer>>;
}

/**
 * The order form as far as it is filled in, by cart: kept until the order is confirmed, and the same in every
 * window.
 */
export const usePayerDrafts = create<Drafts>()(persist((): Drafts => ({ byCart: {} }), { name, version: 1 }));

export function keepPayerDraft(cartId: CartId, payer: Payer): void {
  usePayerDrafts.setState(({ byCart }) => ({ byCart: { ...byCart, [cartId]: payer } }));
}

export function dropPayerDraft(cartId: CartId): void {
  usePayerDrafts.setState(({ byCart }) => ({
    byCart: Object.fromEntries(Object.entries(byCart).filter(([id]) => id !== cartId)),
  }));
}

// Told of what other windows write, never of what this one does. It is read and not written back: two windows
// would answer each other for ever.
window.addEventListener('storage', ({ key }) => {
  if (key === name) void usePayerDrafts.persist.rehydrate();
});
