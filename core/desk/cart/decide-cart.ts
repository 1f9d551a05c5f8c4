import { takesModules, withModule, type ModuleKind, type ServiceKind } from '../../catalog/item.ts';
import type { CartId, ClientId, PersonId, ServiceId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { cartIdOf, type Cart, type CartSubject } from '../../orders/cart.ts';
import { mostFirstYears, mostUsers } from '../../quotes/figures.ts';
import { phaseOf } from '../../services/lifecycle.ts';
import type { Service } from '../../services/service.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import { boardOf } from '../seats/seat-boards.ts';
import { cartFigures } from './cart-figures.ts';
import type { CartRefusal } from './refusals.ts';

type Decision = DecisionOr<CartRefusal>;

export interface OfCart {
  readonly cartId: CartId;
}

const put = (cart: Cart): Decision => ok([{ table: 'carts', id: cart.id, value: cart }]);

/**
 * Opens the cart of a service with the missing seats and the people they are for. An open cart takes up the
 * people who are new. With a quantity it holds that many seats: the first of these people get them.
 */
export function openCart(
  state: AppState,
  { serviceId, quantity }: { readonly serviceId: ServiceId; readonly quantity?: number },
): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  const phase = phaseOf(service, state.today);
  if (phase === 'grace') return err({ reason: 'service-in-grace' });
  if (phase === 'waiting' || phase === 'deleted') return err({ reason: 'service-not-active' });
  const { missing } = boardOf(state, service);
  if (quantity !== undefined) return counted(state, cartWithPeople(state, serviceId, missing), quantity);
  const open = state.workspace.carts.has(cartIdOf({ kind: 'add-users', serviceId, extension: true }));
  return open && missing.length === 0 ? ok([]) : put(cartWithPeople(state, serviceId, missing));
}

/**
 * The cart of a service with seats for these people added to it. Holds at least one seat and at most as many
 * as can be bought at once.
 */
export function cartWithPeople(state: AppState, serviceId: ServiceId, missing: readonly PersonId[]): Cart {
  const subject = { kind: 'add-users', serviceId, extension: true } as const;
  const known = state.workspace.carts.get(cartIdOf(subject));
  if (known !== undefined) return withNames(known, missing);
  return {
    id: cartIdOf(subject),
    subject,
    quantity: Math.min(Math.max(1, missing.length), mostUsers),
    personIds: missing,
    modules: [],
    conventionCode: null,
  };
}

function withNames(cart: Cart, missing: readonly PersonId[]): Cart {
  const named = cart.personIds.slice(0, cart.quantity);
  const unnamed = cart.quantity - named.length;
  return {
    ...cart,
    personIds: [...named, ...missing],
    quantity: Math.min(named.length + Math.max(unnamed, missing.length), mostUsers),
  };
}

/** The service of a kind that a VAT number has; undefined if there is none or it was deleted. */
export const serviceOfHolder = (
  { replica, today }: Pick<AppState, 'replica' | 'today'>,
  vatCode: string,
  serviceKind: ServiceKind,
): Service | undefined =>
  vatCode === ''
    ? undefined
    : [...replica.services.values()].find(
        (service) =>
          service.vatCode === vatCode &&
          service.kind === serviceKind &&
          phaseOf(service, today) !== 'deleted',
      );

/** Opens a cart for a client's first service (rule D2). A receive-only service takes no modules. Refused
 * if the client has such a service. */
export function openFirstPurchase(
  state: AppState,
  { clientId, serviceKind }: { readonly clientId: ClientId; readonly serviceKind: ServiceKind },
): Decision {
  const client = state.workspace.clients.get(clientId);
  if (client === undefined) return err({ reason: 'unknown', what: 'client' });
  if (serviceOfHolder(state, client.vatCode, serviceKind) !== undefined)
    return err({ reason: 'client-has-service', holder: client.name });
  const subject = { kind: 'first-purchase', clientId, serviceKind, years: 1, promotion: true } as const;
  return state.workspace.carts.has(cartIdOf(subject))
    ? ok([])
    : put({ id: cartIdOf(subject), subject, quantity: 0, personIds: [], modules: [], conventionCode: null });
}

/** Decides about an open cart. Refused as unknown if the cart is not open. */
export function withCart(state: AppState, cartId: CartId, change: (cart: Cart) => Decision): Decision {
  const cart = state.workspace.carts.get(cartId);
  return cart === undefined ? err({ reason: 'unknown', what: 'cart' }) : change(cart);
}

/** Writes a changed cart if it still has figures. A cart that cannot be priced is never stored. */
export function pricedCart(state: AppState, cart: Cart): Decision {
  const quote = cartFigures(state, cart);
  return quote.ok ? put(cart) : quote;
}

export const setQuantity = (
  state: AppState,
  { cartId, quantity }: OfCart & { readonly quantity: number },
): Decision =>
  withCart(state, cartId, (cart) => {
    // A renewal reduces its users; it does not count them anew (rule D5).
    if (cart.subject.kind === 'renewal') return ok([]);
    return counted(state, cart, quantity);
  });

/** A first purchase may be without additional users. */
function counted(state: AppState, cart: Cart, quantity: number): Decision {
  const least = cart.subject.kind === 'add-users' ? 1 : 0;
  return quantity < least || quantity > mostUsers
    ? err({ reason: 'quantity-out-of-range', least, most: mostUsers })
    : pricedCart(state, { ...cart, quantity });
}

export const setExtension = (state: AppState, { cartId, on }: OfCart & { readonly on: boolean }): Decision =>
  withCart(state, cartId, (cart) =>
    cart.subject.kind === 'add-users'
      ? pricedCart(state, { ...cart, subject: { ...cart.subject, extension: on } })
      : ok([]),
  );

/** Adds a module to the cart or removes it. */
export const setModule = (
  state: AppState,
  { cartId, module, included }: OfCart & { readonly module: ModuleKind; readonly included: boolean },
): Decision =>
  withCart(state, cartId, (cart) =>
    cart.subject.kind === 'renewal'
      ? ok([])
      : pricedCart(state, { ...cart, modules: withModule(cart.modules, module, included) }),
  );

type Term = Pick<Extract<CartSubject, { kind: 'first-purchase' }>, 'serviceKind' | 'years' | 'promotion'>;

/**
 * Sets what is named of a first purchase: its kind, its years, whether it is on promotion. Years that a
 * promotion cannot have become fewer when it begins (rule D2).
 */
export const setTerm = (state: AppState, { cartId, ...change }: OfCart & Partial<Term>): Decision =>
  withCart(state, cartId, (cart) => {
    const { subject } = cart;
    if (subject.kind !== 'first-purchase') return ok([]);
    const after = { ...subject, ...change };
    const most = mostFirstYears(after);
    return pricedCart(state, {
      ...cart,
      modules: takesModules(after.serviceKind) ? cart.modules : [],
      subject: change.years === undefined ? { ...after, years: Math.min(after.years, most) } : after,
    });
  });

/**
 * Sets a convention code as people type it, or null. Refused if the price list does not know the code (rule
 * C3).
 */
export const setConvention = (
  state: AppState,
  { cartId, code }: OfCart & { readonly code: string | null },
): Decision =>
  withCart(state, cartId, (cart) =>
    pricedCart(state, { ...cart, conventionCode: code === null ? null : code.trim().toUpperCase() }),
  );

export const discardCart = (state: AppState, { cartId }: OfCart): Decision =>
  withCart(state, cartId, (cart): Decision =>
    ok([{ table: 'carts', id: cart.id, value: null } satisfies WorkspaceChange]),
  );
