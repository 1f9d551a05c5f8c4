import { cartFigures, serviceOfCart } from '../../../core/desk/cart/cart-figures.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import type { PaymentMethod } from '../../../core/orders/payment.ts';
import { figuresNow } from '../../../core/purchases/expected.ts';
import { foldPurchase } from '../../../core/purchases/fold.ts';
import { paidGross } from '../../../core/purchases/purchase.ts';
import type { ClientPurchase } from '../../papers/client-steps.ts';
import type { Dialog } from '../../store/ui-store.ts';
import { cartHolder } from '../../../core/desk/cart/cart-holder.ts';

export type MessageAbout = Extract<Dialog, { kind: 'client-message' }>['about'];

/** What a message is about, and what is known of its order already. */
export interface AboutPurchase {
  readonly purchase: ClientPurchase;
  readonly orderNumber: string;
  /** Null: nobody has chosen one for this purchase. */
  readonly method: PaymentMethod | null;
  /** What Aruba showed. Null: nobody has typed it. */
  readonly shownGross: Cents | null;
}

/** Undefined if it is no longer there, or has no figures. */
export function aboutPurchase(state: AppState, about: MessageAbout): AboutPurchase | undefined {
  if (about.kind === 'cart') {
    const cart = state.workspace.carts.get(about.cartId);
    const figures = cart === undefined ? undefined : cartFigures(state, cart);
    if (cart === undefined || figures?.ok !== true) return undefined;
    return {
      purchase: {
        content: cart,
        figures: figures.value,
        service: serviceOfCart(state, cart) ?? null,
        holder: cartHolder(state, cart),
      },
      orderNumber: '',
      method: null,
      shownGross: null,
    };
  }
  const record = state.workspace.purchases.get(about.purchaseId);
  if (record === undefined) return undefined;
  const purchase = foldPurchase(record);
  const figures = figuresNow(purchase, state.today);
  if (!figures.ok) return undefined;
  const { content, service } = record.revision;
  return {
    purchase: { content, figures: figures.value, service, holder: record.holder },
    orderNumber: purchase.ordered?.orderNumber ?? '',
    method: purchase.ordered?.method ?? null,
    shownGross: purchase.compared === null ? null : paidGross(purchase.compared.receipt, figures.value),
  };
}
