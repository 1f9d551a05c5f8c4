import { neededModule } from '../../catalog/item.ts';
import { priceListOn, type PriceList } from '../../catalog/price-list.ts';
import type { CartId, PersonId, ServiceId } from '../../kernel/id.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { cartIdOf, figuresOf, type Cart, type CartPricing } from '../../orders/cart.ts';
import { mostUsers, type Figures } from '../../quotes/figures.ts';
import { phaseOf } from '../../services/lifecycle.ts';
import type { Service } from '../../services/service.ts';
import { isAutomatic } from '../pending/automatic-renewal.ts';
import type { Command, Refusal } from '../command.ts';
import type { AppState, Firm, WorkspaceChange } from '../rows/state.ts';
import { boardOf } from '../seats/seat-boards.ts';

type Decision = Result<WorkspaceChange[], Refusal>;
type Of<T extends Command['type']> = Extract<Command, { type: T }>;

const put = (cart: Cart): Decision => ok([{ table: 'carts', id: cart.id, value: cart }]);

/**
 * The vendor's price lists and the firm's own; of two valid from one day the firm's comes last and so counts.
 */
export const priceLists = (state: AppState): readonly PriceList[] => [
  ...state.replica.priceLists.values(),
  ...state.workspace.ownPriceLists.values(),
];

/**
 * The firm's rules and the price list in force today: what every figure of a cart is computed with (rule C4).
 */
export function cartPricing(
  state: AppState,
): Result<CartPricing & { readonly firm: Firm; readonly priceList: PriceList }, Refusal> {
  const firm = state.workspace.firm.get('firm');
  if (firm === undefined) return err({ reason: 'unknown', what: 'firm' });
  const priceList = priceListOn(priceLists(state), state.today);
  if (priceList === undefined) return err({ reason: 'unknown', what: 'price-list' });
  return ok({ day: state.today, rule: firm.rule, offPolicy: firm.offPolicy, priceList, firm });
}

/** The service that a cart adds to or renews; none for a first purchase. */
export const serviceOfCart = (state: AppState, cart: Cart): Service | undefined =>
  cart.subject.kind === 'first-purchase' ? undefined : state.replica.services.get(cart.subject.serviceId);

/** The cart's figures as of today: the screen's preview and the order are this same call (rule C4). */
export function cartFigures(state: AppState, cart: Cart): Result<Figures, Refusal> {
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const service = serviceOfCart(state, cart);
  // The vendor renews by itself: "Rinnova" is hidden (rules F).
  if (cart.subject.kind === 'renewal' && service !== undefined && isAutomatic(state, service))
    return err({ reason: 'automatic-renewal-on', holder: service.holder });
  return figuresOf(cart, service, pricing.value);
}

/**
 * Opens the cart of a service with the seats that are missing, and for whom; an open cart takes up those who
 * are new.
 */
export function openCart(state: AppState, { serviceId }: Of<'cart/open'>): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  const phase = phaseOf(service, state.today);
  if (phase === 'grace') return err({ reason: 'service-in-grace' });
  if (phase === 'waiting' || phase === 'deleted') return err({ reason: 'service-not-active' });
  const { missing } = boardOf(state, service);
  const open = state.workspace.carts.has(cartIdOf({ kind: 'add-users', serviceId, extension: true }));
  return open && missing.length === 0 ? ok([]) : put(cartWithPeople(state, serviceId, missing));
}

/**
 * The cart of a service with seats for these people besides what it has already; at least one seat, and as
 * many as can be bought at once.
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

/** A cart for a client's first service (rule D2); a receive-only service takes no modules. */
export function openFirstPurchase(
  state: AppState,
  { clientId, serviceKind }: Of<'cart/open-first'>,
): Decision {
  if (!state.workspace.clients.has(clientId)) return err({ reason: 'unknown', what: 'client' });
  const subject = { kind: 'first-purchase', clientId, serviceKind, years: 1, promotion: true } as const;
  return state.workspace.carts.has(cartIdOf(subject))
    ? ok([])
    : put({ id: cartIdOf(subject), subject, quantity: 0, personIds: [], modules: [], conventionCode: null });
}

/** Decides about a cart that is there; refused as unknown where it is not. */
export function withCart(state: AppState, cartId: CartId, change: (cart: Cart) => Decision): Decision {
  const cart = state.workspace.carts.get(cartId);
  return cart === undefined ? err({ reason: 'unknown', what: 'cart' }) : change(cart);
}

/** Puts a changed cart only where it still has figures: a cart that cannot be priced is never stored. */
export function pricedCart(state: AppState, cart: Cart): Decision {
  const quote = cartFigures(state, cart);
  return quote.ok ? put(cart) : quote;
}

export const setQuantity = (state: AppState, { cartId, quantity }: Of<'cart/quantity'>): Decision =>
  withCart(state, cartId, (cart) => {
    // Of a renewal the users are reduced, not counted anew (rule D5).
    if (cart.subject.kind === 'renewal') return ok([]);
    const least = cart.subject.kind === 'add-users' ? 1 : 0;
    return quantity < least || quantity > mostUsers
      ? err({ reason: 'quantity-out-of-range', least, most: mostUsers })
      : pricedCart(state, { ...cart, quantity });
  });

export const setExtension = (state: AppState, { cartId, on }: Of<'cart/extension'>): Decision =>
  withCart(state, cartId, (cart) =>
    cart.subject.kind === 'add-users'
      ? pricedCart(state, { ...cart, subject: { ...cart.subject, extension: on } })
      : ok([]),
  );

/** Takes a module into the cart or out of it; one that another in the cart needs takes that one out too. */
export const setModule = (state: AppState, { cartId, module, included }: Of<'cart/module'>): Decision =>
  withCart(state, cartId, (cart) => {
    if (cart.subject.kind === 'renewal') return ok([]);
    const others = cart.modules.filter((kind) => kind !== module);
    if (included) return pricedCart(state, { ...cart, modules: [...others, module] });
    return pricedCart(state, { ...cart, modules: others.filter((kind) => neededModule(kind) !== module) });
  });

export const setTerm = (
  state: AppState,
  { cartId, serviceKind, years, promotion }: Of<'cart/term'>,
): Decision =>
  withCart(state, cartId, (cart) => {
    if (cart.subject.kind !== 'first-purchase') return ok([]);
    return pricedCart(state, {
      ...cart,
      modules: serviceKind === 'e-invoicing' ? cart.modules : [],
      subject: { ...cart.subject, serviceKind, years, promotion },
    });
  });

/**
 * Takes a convention code, as people type it, or none; a code that the price list does not know is refused
 * (rule C3).
 */
export const setConvention = (state: AppState, { cartId, code }: Of<'cart/convention'>): Decision =>
  withCart(state, cartId, (cart) =>
    pricedCart(state, { ...cart, conventionCode: code === null ? null : code.trim().toUpperCase() }),
  );

export const discardCart = (state: AppState, { cartId }: Of<'cart/discard'>): Decision =>
  withCart(state, cartId, (cart): Decision =>
    ok([{ table: 'carts', id: cart.id, value: null } satisfies WorkspaceChange]),
  );
