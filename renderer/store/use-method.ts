import { usualMethod } from '../../core/desk/orders/usual-payer.ts';
import type { Cart } from '../../core/orders/cart.ts';
import type { PaymentMethod } from '../../core/orders/payment.ts';
import { useDesk } from './desk.ts';
import { useUi } from './ui-store.ts';

/**
 * The payment method of a cart: the one chosen for it here, else that of the holder's last order. One
 * client's choice is no other client's default.
 */
export function useMethod(cart: Cart): readonly [PaymentMethod, (chosen: PaymentMethod) => void] {
  const chosen = useUi((ui) => ui.methods[cart.id]);
  const usual = useDesk((desk) => usualMethod(desk.state, cart));
  return [
    chosen ?? usual ?? 'bank-transfer',
    (method) => useUi.setState(({ methods }) => ({ methods: { ...methods, [cart.id]: method } })),
  ];
}
