import type { ItemId, ServiceId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { cartIdOf, renewalTerms, type Cart, type RenewalSubject } from '../../orders/cart.ts';
import { renewableItems, renewalFigures } from '../../quotes/renewal-figures.ts';
import type { ReducibleKind } from '../../renewals/reduce-groups.ts';
import type { Service } from '../../services/service.ts';
import { isAutomatic } from '../pending/automatic-renewal.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { CartRefusal } from './refusals.ts';
import { pricedCart, withCart, type OfCart } from './decide-cart.ts';
import { cartPricing, cartFigures } from './cart-figures.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

type Decision = DecisionOr<CartRefusal>;
type RenewalCart = Cart & { readonly subject: RenewalSubject };

const sorted = (ids: Iterable<ItemId>): readonly ItemId[] => [...new Set(ids)].sort();

const withSubject = (cart: RenewalCart, change: Partial<RenewalSubject>): RenewalCart => ({
  ...cart,
  subject: { ...cart.subject, ...change },
});

/** Decides about a renewal's cart and its service. Another kind of cart stays as it is. */
function withRenewal(
  state: AppState,
  cartId: Cart['id'],
  change: (cart: RenewalCart, service: Service) => Decision,
): Decision {
  return withCart(state, cartId, (cart) => {
    const { subject } = cart;
    if (subject.kind !== 'renewal') return ok([]);
    const service = state.replica.services.get(subject.serviceId);
    return service === undefined
      ? err({ reason: 'unknown', what: 'service' })
      : change({ ...cart, subject }, service);
  });
}

/**
 * The same cart without the modules whose needed module is left out (rule C6). Each refusal names the next
 * one.
 */
function withoutOrphans(state: AppState, cart: RenewalCart, service: Service): RenewalCart {
  const quote = cartFigures(state, cart);
  if (quote.ok || quote.error.reason !== 'module-needs') return cart;
  const { module } = quote.error;
  const orphans = renewableItems(service, state.today).filter(
    ({ kind, id }) => kind === module && !cart.subject.leftOut.includes(id),
  );
  if (orphans.length === 0) return cart;
  return withoutOrphans(
    state,
    withSubject(cart, { leftOut: sorted([...cart.subject.leftOut, ...orphans.map(({ id }) => id)]) }),
    service,
  );
}

/** The same cart with the modules that its other modules need. */
function withNeeded(state: AppState, cart: RenewalCart, service: Service): RenewalCart {
  const quote = cartFigures(state, cart);
  if (quote.ok || quote.error.reason !== 'module-needs') return cart;
  const { needs } = quote.error;
  const needed = new Set<string>(
    renewableItems(service, state.today).flatMap(({ kind, id }) => (kind === needs ? [id] : [])),
  );
  const leftOut = cart.subject.leftOut.filter((id) => !needed.has(id));
  return leftOut.length === cart.subject.leftOut.length
    ? cart
    : withNeeded(state, withSubject(cart, { leftOut }), service);
}

/**
 * Opens the renewal of a service for one year with all its items, or its reactivation in grace (rules D3,
 * D4). Refused if automatic renewal is on (rules F) or there is nothing to renew.
 */
export function openRenewal(state: AppState, { serviceId }: { readonly serviceId: ServiceId }): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  if (isAutomatic(state, service)) return err({ reason: 'automatic-renewal-on', holder: service.holder });
  const subject: RenewalSubject = { kind: 'renewal', serviceId, years: 1, leftOut: [], reduceTo: {} };
  const id = cartIdOf(subject);
  if (state.workspace.carts.has(id)) return ok([]);
  return pricedCart(
    state,
    withoutOrphans(
      state,
      { id, subject, quantity: 0, personIds: [], modules: [], conventionCode: null },
      service,
    ),
  );
}

/**
 * Opens the renewal carts of a session as one step. Leaves out services that cannot be renewed. If none can,
 * the first reason is the refusal.
 */
export function prepareSession(
  state: AppState,
  { serviceIds }: { readonly serviceIds: readonly ServiceId[] },
): Decision {
  const changes: WorkspaceChange[] = [];
  let refusal: CartRefusal | undefined;
  let opened = 0;
  for (const serviceId of new Set(serviceIds)) {
    const decided = openRenewal(state, { serviceId });
    if (decided.ok) {
      opened += 1;
      changes.push(...decided.value);
    } else refusal ??= decided.error;
  }
  return opened === 0 && refusal !== undefined ? err(refusal) : ok(changes);
}

/** 1 to 10 years from the service's expiry (rule D3). */
export const setRenewalYears = (
  state: AppState,
  { cartId, years }: OfCart & { readonly years: number },
): Decision => withRenewal(state, cartId, (cart) => pricedCart(state, withSubject(cart, { years })));

/**
 * Leaves an item out ("Non rinnovare") or takes it back. The modules that need it go out with it; the module
 * that it needs comes back with it. Refused for the service itself, and if fewer users would be left than the
 * panel has (rules D3, D5).
 */
export const setLeftOut = (
  state: AppState,
  { cartId, itemId, leftOut }: OfCart & { readonly itemId: ItemId; readonly leftOut: boolean },
): Decision =>
  withRenewal(state, cartId, (cart, service) => {
    const others = cart.subject.leftOut.filter((id) => id !== itemId);
    const changed = withSubject(cart, { leftOut: leftOut ? sorted([...others, itemId]) : others });
    const fitting = leftOut ? withoutOrphans(state, changed, service) : withNeeded(state, changed, service);
    // A reduction to the number that is left anyway is no reduction.
    const { reduceTo } = renewalTerms(fitting.subject, service, state.today);
    return pricedCart(state, withSubject(fitting, { reduceTo }));
  });

/**
 * Reduces users or extra GB from the renewal on; null keeps all. Never below the users in the panel or the
 * space in use (rule D5).
 */
export const setReduction = (
  state: AppState,
  { cartId, kind, to }: OfCart & { readonly kind: ReducibleKind; readonly to: number | null },
): Decision =>
  withRenewal(state, cartId, (cart, service) => {
    const pricing = cartPricing(state);
    if (!pricing.ok) return pricing;
    const { [kind]: _before, ...others } = cart.subject.reduceTo;
    const { leftOut } = renewalTerms(cart.subject, service, state.today);
    const reduced = withSubject(cart, { reduceTo: to === null ? others : { ...others, [kind]: to } });
    if (to !== null) {
      // Checks the number as asked for: `renewalTerms` would silently drop a reduction to more than there
      // are.
      const asked = renewalFigures({
        ...pricing.value,
        service,
        years: cart.subject.years,
        leftOut,
        reduceTo: { [kind]: to },
      });
      if (!asked.ok) return asked;
    }
    return pricedCart(
      state,
      withSubject(reduced, { reduceTo: renewalTerms(reduced.subject, service, state.today).reduceTo }),
    );
  });
