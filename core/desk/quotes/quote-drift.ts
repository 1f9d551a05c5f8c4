import { err, ok, type Result } from '../../kernel/result.ts';
import { cartIdOf, figuresOf, type Cart, type CartWish } from '../../orders/cart.ts';
import { drift, type Drift, type PriceInputs } from '../../quotes/drift.ts';
import { latest, servicesOf, type QuoteRevision, type Revision } from '../../quotes/quote-document.ts';
import type { Figures, FiguresRefusal } from '../../quotes/figures.ts';
import type { Service } from '../../services/service.ts';
import type { CartRefusal } from '../cart/refusals.ts';
import { orderOfService } from './quote-order.ts';
import { wishOf } from './quote-source.ts';
import { cartPricing, cartFigures, serviceOfCart } from '../cart/cart-figures.ts';
import type { AppState, Quote } from '../rows/state.ts';

/** The cart of a wish, without people. */
export const cartOf = ({ subject, quantity, modules, conventionCode }: CartWish): Cart => ({
  id: cartIdOf(subject),
  subject,
  quantity,
  personIds: [],
  modules,
  conventionCode,
});

/**
 * A service as a quote keeps it, without the panel's users: no price depends on them, and they name people.
 */
const withoutUsers = (service: Service): Service => ({ ...service, users: [] });

/**
 * Prices a wish as of today and freezes everything that the figures depend on (rule C4). Refused as its cart
 * would be.
 */
export function frozen(state: AppState, content: CartWish): Result<Revision<CartWish>, CartRefusal> {
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const cart = cartOf(content);
  const quote = cartFigures(state, cart);
  if (!quote.ok) return quote;
  const { priceList, offPolicy } = pricing.value;
  const service = serviceOfCart(state, cart);
  return {
    ok: true,
    value: {
      content,
      priceList,
      offPolicy,
      service: service === undefined ? null : withoutUsers(service),
      quote: quote.value,
    },
  };
}

/** Prices the services of one quote as of today. Refused as the first one that cannot be bought. */
export function allFrozen(
  state: AppState,
  first: CartWish,
  others: readonly CartWish[],
): Result<Omit<QuoteRevision<CartWish>, 'fees'>, CartRefusal> {
  const revision = frozen(state, first);
  if (!revision.ok) return revision;
  const further: Revision<CartWish>[] = [];
  for (const content of others) {
    const one = frozen(state, content);
    if (!one.ok) return one;
    further.push(one.value);
  }
  return ok({ ...revision.value, further });
}

const inputsOf = ({ quote, priceList, offPolicy, service }: Revision<CartWish>): PriceInputs => ({
  day: quote.day,
  rule: quote.rule,
  offPolicy,
  priceList,
  service,
});

const priceOf = (content: CartWish, inputs: PriceInputs): Result<Figures, FiguresRefusal> =>
  figuresOf(content, inputs.service ?? undefined, inputs);

/** Computes the figures of a revision anew from its frozen inputs. They are the same to the cent for ever. */
export const repriced = (revision: Revision<CartWish>): Result<Figures, FiguresRefusal> =>
  priceOf(revision.content, inputsOf(revision));

/** Whether a cart asks for the same as a service of a quote, whoever its users are for. */
export const asksForSame = (cart: Cart, content: CartWish): boolean =>
  JSON.stringify(wishOf(cart)) === JSON.stringify(wishOf(cartOf(content)));

/**
 * What a service of a quote would cost today, and why it differs. One that is ordered no longer moves: it is
 * what it was. `at`: its place, the first one if it is absent. Changes nothing. Refused if nothing can be
 * priced.
 */
export function driftOf(state: AppState, document: Quote, at = 0): Result<Drift<CartRefusal>, CartRefusal> {
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const { rule, offPolicy, priceList } = pricing.value;
  const whole = latest(document);
  const revision = servicesOf(whole)[at] ?? whole;
  const inputs = inputsOf(revision);
  const price = (given: PriceInputs): Result<Figures, CartRefusal> => priceOf(revision.content, given);
  if (orderOfService(state, document.id, revision.content) !== undefined)
    return ok(drift(revision.quote, inputs, inputs, price));
  const cart = cartOf(revision.content);
  const service = serviceOfCart(state, cart);
  const now: PriceInputs = {
    day: state.today,
    rule,
    offPolicy,
    priceList,
    service: service === undefined ? null : withoutUsers(service),
  };
  const found = drift(revision.quote, inputs, now, price);
  // Obstacles other than prices: the panel's users, automatic renewal.
  const today = cartFigures(state, cart);
  return { ok: true, value: today.ok ? found : { ...found, today: err(today.error), same: false } };
}
