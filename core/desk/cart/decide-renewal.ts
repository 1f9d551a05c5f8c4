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

/** The cart and its service, where it is a renewal's. */
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
 * The same cart without the modules that would go on without the one that they need (rule C6): each refusal
 * names the next.
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

/** The same cart with the modules that others of it need. */
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
 * Opens the renewal of a service for one year with everything that it has, or its reactivation in grace
 * (rules D3, D4). Refused with
 * automatic renewal on (rules F), and where there is nothing to renew.
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
 * The renewal carts of a session as one step; what cannot be renewed is left out, and where nothing can the
 * first reason is told.
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
 * "Non rinnovare", or renew again after all: a module goes with those that need it and comes with the one
 * that it needs. Refused for
 * the service itself, and where fewer users would be left than the panel has (rules D3, D5).
 */
export const setLeftOut = (
  state: AppState,
  { cartId, itemId, leftOut }: OfCart & { readonly itemId: ItemId; readonly leftOut: boolean },
): Decision =>
  withRenewal(state, cartId, (cart, service) => {
    const others = cart.subject.leftOut.filter((id) => id !== itemId);
    const changed = withSubject(cart, { leftOut: leftOut ? sorted([...others, itemId]) : others });
    const fitting = leftOut ? withoutOrphans(state, changed, service) : withNeeded(state, changed, service);
    // A reduction to as many as are left by now is none.
    const { reduceTo } = renewalTerms(fitting.subject, service, state.today);
    return pricedCart(state, withSubject(fitting, { reduceTo }));
  });

/**
 * Fewer users or extra GB from the renewal on, null for all of them; never below what the panel has or the
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
      // As it is asked for, before a reduction to as many as there are is taken for none: more than that is
      // refused.
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
