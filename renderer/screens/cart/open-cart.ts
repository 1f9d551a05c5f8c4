import { cartIdOf } from '../../../core/orders/cart.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { submit } from '../../store/actions.ts';
import { go } from '../../store/ui-store.ts';

/** The action of every "Aggiungi": opens the service's cart with its missing users, or with `quantity`. */
export async function openCart(serviceId: ServiceId, quantity?: number): Promise<void> {
  if (await submit({ type: 'cart/open', serviceId, ...(quantity === undefined ? {} : { quantity }) }))
    go({ screen: 'cart', cartId: cartIdOf({ kind: 'add-users', serviceId }) });
}

/** The action of every "Rinnova" and "Riattiva" button: opens the service's renewal with all its items. */
export async function openRenewal(serviceId: ServiceId): Promise<void> {
  if (await submit({ type: 'cart/open-renewal', serviceId }))
    go({ screen: 'cart', cartId: cartIdOf({ kind: 'renewal', serviceId }) });
}
