import type { ItemKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import type { PurchaseState } from '../../purchases/purchase.ts';
import type { CartRefusal } from '../cart/refusals.ts';
import type { RegisterRefusal } from '../register/refusals.ts';
import type { PieceField } from './since-ordered.ts';

/** Why a purchase stays as it is. */
export type PurchasesRefusal =
  | CartRefusal
  | RegisterRefusal
  /** Another purchase for the same service or client is open. */
  | { readonly reason: 'purchase-open'; readonly holder: string }
  /** It cannot happen in this state: another window went on, or the button is old. */
  | { readonly reason: 'purchase-moved-on'; readonly state: PurchaseState }
  /** Nobody needs to approve it: `name` has, or it is not above the limit any more. */
  | { readonly reason: 'approved-already'; readonly name: string }
  | { readonly reason: 'approval-not-needed' }
  | { readonly reason: 'order-number-taken'; readonly orderNumber: string; readonly holder: string }
  | { readonly reason: 'purchase-day'; readonly earliest: Day; readonly latest: Day }
  | { readonly reason: 'receipt-without-figures' }
  /** No month rule gives the total that was typed: a cause is needed (rule K, step 4). */
  | { readonly reason: 'cause-needed' }
  /** Newer data of a field may count the purchase already: a person has to say whether they do. */
  | { readonly reason: 'counted-already'; readonly field: PieceField; readonly asOf: Day }
  /** A date is earlier than what the item had before the purchase. */
  | { readonly reason: 'expiry-shortened'; readonly kind: ItemKind; readonly earliest: Day }
  /** The typed net, VAT and total do not belong together. */
  | { readonly reason: 'receipt-contradicts' }
  | { readonly reason: 'nothing-to-correct' }
  | { readonly reason: 'active-stays' }
  | { readonly reason: 'nothing-to-prepare' }
  /** Above the limit, in cents, whoever administers the studio approves first. */
  | { readonly reason: 'approval-needed'; readonly limit: number };
