import type { CartId, PurchaseId, ServiceId } from '../../kernel/id.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { namedInCart, type Cart } from '../../orders/cart.ts';
import type { PurchaseRecord } from '../../purchases/purchase.ts';
import { arrangementOf, arrangementsOf } from '../../register/arrangement.ts';
import { registeredOf } from '../register/registered-of.ts';
import { changedFigures } from '../cart/changed-figures.ts';
import { openRenewal } from '../cart/decide-renewal.ts';
import { frozen } from '../quotes/quote-drift.ts';
import { recipientOf, wishOf } from '../quotes/quote-source.ts';
import type { Decision as DecisionOr, IdOf, Stamp } from '../define-command.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import { openPurchases } from './open-for.ts';
import type { PurchasesRefusal } from './refusals.ts';

type Decision = DecisionOr<PurchasesRefusal>;

/**
 * The purchase of a cart: everything that its figures depend on is frozen (rule C4). Refused as an order of
 * the cart would be, and while another purchase for the same service is open (rule K).
 */
function prepared(
  state: AppState,
  cart: Cart,
  {
    batch,
    account,
    isOpen,
    shownGross,
  }: {
    readonly batch: string | null;
    readonly account: string | null;
    readonly isOpen: (cart: Cart) => boolean;
    /** The total that the person saw; undefined if there was none. */
    readonly shownGross: number | undefined;
  },
  idOf: IdOf,
  { at, by }: Stamp,
): Result<PurchaseRecord, PurchasesRefusal> {
  const { name: holder, vatCode } = recipientOf(state, cart);
  if (isOpen(cart)) return err({ reason: 'purchase-open', holder });
  const revision = frozen(state, wishOf(cart));
  if (!revision.ok) return revision;
  const changed = changedFigures(shownGross, revision.value.quote.gross);
  if (changed !== undefined) return err(changed);
  return ok({
    id: idOf(`purchase ${cart.id}`) as PurchaseId,
    at,
    by,
    preparedOn: state.today,
    revision: revision.value,
    holder,
    vatCode,
    account,
    personIds: namedInCart(cart),
    quoteId: cart.quoteId ?? null,
    batch,
    events: [],
  });
}

const rowsOf = (record: PurchaseRecord, cartId: CartId): WorkspaceChange[] => [
  { table: 'purchases', id: record.id, value: record },
  { table: 'carts', id: cartId, value: null },
];

/** Makes a purchase of a cart, which ends with it. */
export function preparePurchase(
  state: AppState,
  { cartId, shownGross }: { readonly cartId: CartId; readonly shownGross?: number },
  idOf: IdOf,
  stamp: Stamp,
): Decision {
  const cart = state.workspace.carts.get(cartId);
  if (cart === undefined) return err({ reason: 'unknown', what: 'cart' });
  const { subject } = cart;
  const account =
    subject.kind === 'first-purchase'
      ? null
      : (registeredOf(state, subject.serviceId).known.account?.value ?? null);
  const conditions = { batch: null, account, isOpen: openPurchases(state), shownGross };
  const record = prepared(state, cart, conditions, idOf, stamp);
  return record.ok ? ok(rowsOf(record.value, cart.id)) : record;
}

/** The renewal cart that a service has, or the one that it would open with. */
function renewalCart(state: AppState, serviceId: ServiceId): Result<Cart, PurchasesRefusal> {
  const opened = openRenewal(state, { serviceId });
  if (!opened.ok) return opened;
  const [change] = opened.value;
  const cart =
    change?.table === 'carts' && change.value !== null
      ? change.value
      : state.workspace.carts.get(`renewal-${serviceId}`);
  return cart === undefined ? err({ reason: 'unknown', what: 'cart' }) : ok(cart);
}

/**
 * Makes a purchase for each renewal of a session, as one step. Leaves out services that cannot be renewed,
 * that have an open purchase, and those that only the client can buy. If nothing is left, the first reason is
 * the refusal. Refused whole if a total is not the one that the person saw.
 */
export function prepareBatch(
  state: AppState,
  {
    serviceIds,
    batch,
    shown = {},
  }: {
    readonly serviceIds: readonly ServiceId[];
    readonly batch: string;
    readonly shown?: Readonly<Record<string, number>>;
  },
  idOf: IdOf,
  stamp: Stamp,
): Decision {
  const changes: WorkspaceChange[] = [];
  let refusal: PurchasesRefusal | undefined;
  const arrangements = arrangementsOf(state.workspace.facts.values());
  const isOpen = openPurchases(state);
  for (const serviceId of new Set(serviceIds)) {
    const { access, account } = arrangementOf(arrangements, serviceId);
    if (access === 'client-buys') continue;
    const cart = renewalCart(state, serviceId);
    const conditions = { batch, account, isOpen, shownGross: shown[serviceId] };
    const record = cart.ok ? prepared(state, cart.value, conditions, idOf, stamp) : cart;
    if (!record.ok && record.error.reason === 'figures-changed') {
      const { holder } = state.replica.services.get(serviceId) ?? { holder: '' };
      return err({ ...record.error, serviceId, holder });
    }
    if (record.ok && cart.ok) changes.push(...rowsOf(record.value, cart.value.id));
    else if (!record.ok) refusal ??= record.error;
  }
  return changes.length === 0 ? err(refusal ?? { reason: 'nothing-to-prepare' }) : ok(changes);
}
