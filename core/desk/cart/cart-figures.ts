import { priceListOn, type PriceList } from '../../catalog/price-list.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { figuresOf, type Cart, type CartPricing } from '../../orders/cart.ts';
import type { Figures } from '../../quotes/figures.ts';
import type { Service } from '../../services/service.ts';
import { isAutomatic } from '../pending/automatic-renewal.ts';
import type { AppState, Firm } from '../rows/state.ts';
import type { CartRefusal } from './refusals.ts';

const byVersion = (lists: Iterable<PriceList>): readonly PriceList[] =>
  [...lists].sort((a, b) => (a.version < b.version ? -1 : 1));

/** What prices depend on. */
export interface PricingState {
  readonly workspace: Pick<AppState['workspace'], 'firm' | 'ownPriceLists'>;
  readonly replica: Pick<AppState['replica'], 'priceLists'>;
  readonly today: AppState['today'];
}

/**
 * The vendor's price lists by version, then the firm's own. Of two that are valid from one day the last one
 * counts: the firm's.
 */
export const priceLists = (state: PricingState): readonly PriceList[] => [
  ...byVersion(state.replica.priceLists.values()),
  ...byVersion(state.workspace.ownPriceLists.values()),
];

/**
 * The firm's rules and the price list in force today. Every figure of a cart is computed with them (rule C4).
 */
export function cartPricing(
  state: PricingState,
): Result<CartPricing & { readonly firm: Firm; readonly priceList: PriceList }, CartRefusal> {
  const firm = state.workspace.firm.get('firm');
  if (firm === undefined) return err({ reason: 'unknown', what: 'firm' });
  const priceList = priceListOn(priceLists(state), state.today);
  if (priceList === undefined) return err({ reason: 'unknown', what: 'price-list' });
  return ok({ day: state.today, rule: firm.rule, offPolicy: firm.offPolicy, priceList, firm });
}

/** The service that a cart adds to or renews. A first purchase has none. */
export const serviceOfCart = (state: AppState, cart: Cart): Service | undefined =>
  cart.subject.kind === 'first-purchase' ? undefined : state.replica.services.get(cart.subject.serviceId);

/** The cart's figures as of today. The screen's preview and the order are this same call (rule C4). */
export function cartFigures(state: AppState, cart: Cart): Result<Figures, CartRefusal> {
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const service = serviceOfCart(state, cart);
  // The vendor renews by itself: "Rinnova" is hidden (rules F).
  if (cart.subject.kind === 'renewal' && service !== undefined && isAutomatic(state, service))
    return err({ reason: 'automatic-renewal-on', holder: service.holder });
  return figuresOf(cart, service, pricing.value);
}
