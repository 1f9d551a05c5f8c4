import { cartIdOf } from '../../../core/orders/cart.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { submit } from '../../store/actions.ts';
import { go } from '../../store/ui-store.ts';

/** Aggiungi, from wherever it is pressed: the cart of the service opens with the users that are missing. */
export async function openCart(serviceId: ServiceId): Promise<void> {
  if (await submit({ type: 'cart/open', serviceId }))
    go({ screen: 'cart', cartId: cartIdOf({ kind: 'add-users', serviceId }) });
}

/**
 * Rinnova or Riattiva, from wherever it is pressed: the renewal of the service opens with everything that it
 * has.
 */
export async function openRenewal(serviceId: ServiceId): Promise<void> {
  if (await submit({ type: 'cart/open-renewal', serviceId }))
    go({ screen: 'cart', cartId: cartIdOf({ kind: 'renewal', serviceId }) });
}
