import { addMonths, type Day } from '../../kernel/day.ts';
import { vatOf, type Cents } from '../../kernel/cents.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { latestSafeDay } from '../../orders/payment.ts';
import { pricedItems } from '../../quotes/figures.ts';
import type { AlignedLine, AlignItem } from '../../renewals/align.ts';
import { futureRenewals, type ForecastInput, type FutureRenewal } from '../../renewals/forecast.ts';
import { automaticDebitOf, phaseOf } from '../../services/lifecycle.ts';
import { baseItem, type Service, type ServiceItem } from '../../services/service.ts';
import type { CartPricing } from '../../orders/cart.ts';
import { cartPricing, type PricingState } from '../cart/cart-figures.ts';
import type { RenewalChoices } from '../rows/renewal-choices.ts';
import type { AppState } from '../rows/state.ts';
import { extended, raised, withSeats } from './assumptions.ts';
import { renewalId } from './renewal-orders.ts';

/** What the renewals of services depend on. */
export interface RenewalState extends PricingState {
  readonly replica: Pick<AppState['replica'], 'priceLists' | 'services'>;
}

/** True if a plan of one is the plan of the other: each table of `RenewalState` is the same one. */
export const sameRenewals = (one: RenewalState, other: RenewalState): boolean =>
  one.today === other.today &&
  one.replica.services === other.replica.services &&
  one.replica.priceLists === other.replica.priceLists &&
  one.workspace.ownPriceLists === other.workspace.ownPriceLists &&
  one.workspace.firm === other.workspace.firm;

/** What a service costs today if the choices extend it, and what its renewals depend on. */
export interface ServiceRenewals {
  /** Null if no extension is assumed, or if it costs nothing. */
  readonly now: Omit<FutureRenewal, 'anchor'> | null;
  /** Null for a service without renewals. */
  readonly input: ForecastInput | null;
}

const none: ServiceRenewals = { now: null, input: null };

/**
 * Returns a function that says what the renewals of one service depend on. A service that waits, is in grace
 * or is deleted has none.
 */
export function serviceRenewals(
  { today: day }: Pick<RenewalState, 'today'>,
  choices: RenewalChoices,
  { rule, priceList: today }: CartPricing,
): (service: Service) => ServiceRenewals {
  const priceList = raised(today, choices.increaseBasisPoints);
  const until = addMonths(day, choices.horizonMonths);
  const latest = (expiry: Day): Day => latestSafeDay(choices.method, expiry);

  return (service) => {
    const base = baseItem(service);
    const phase = phaseOf(service, day);
    if (base === undefined || phase === 'waiting' || phase === 'grace' || phase === 'deleted') return none;
    const { now, items } = itemsOf(service, base);
    const [first, ...others] = items;
    if (first === undefined) return none;
    const input: ForecastInput = {
      service: first,
      items: withSeats(others, first, choices.seats, priceList.yearly.user),
      rule,
      vatBasisPoints: priceList.vatBasisPoints,
      until,
      ordered: service.automaticRenewal ? automaticDebitOf : latest,
    };
    return { now, input };
  };

  /**
   * The items of a service, the service itself first, at the prices of the coming renewals. If the service is
   * extended now, the extension costs today's prices.
   */
  function itemsOf(
    service: Service,
    base: ServiceItem,
  ): Pick<ServiceRenewals, 'now'> & { readonly items: readonly AlignItem[] } {
    const items = [base, ...service.items.filter(({ id }) => id !== base.id)];
    const { extendTo: target } = choices;
    if (target === null) return { now: null, items: pricedItems(items, priceList) };
    // An item that has ended is not extended, as in a cart.
    const active = items.filter(({ expiry }) => expiry >= day);
    const { items: moved, net, lines } = extended(pricedItems(active, today), target, rule);
    const vat = vatOf(net, today.vatBasisPoints);
    const gross = (net + vat) as Cents;
    return {
      now: net > 0 ? { expiry: base.expiry, target, net, vat, gross, lines } : null,
      items: moved.map((item) => ({ ...item, yearly: priceList.yearly[item.kind] })),
    };
  }
}

/** The id of the extension that the choices assume for a service. */
export const extensionId = (serviceId: ServiceId): string => `${serviceId}@now`;

/**
 * What the net of a renewal of the plan consists of, for the state and the choices that the plan was made of.
 * The plan does not keep the lines: ten thousand renewals have tens of thousands, and few are looked at.
 */
export function renewalLines(
  state: RenewalState,
  choices: RenewalChoices,
  { id, serviceId }: { readonly id: string; readonly serviceId: ServiceId },
): readonly AlignedLine[] {
  const pricing = cartPricing(state);
  const service = state.replica.services.get(serviceId);
  if (!pricing.ok || service === undefined) throw new Error('The renewal is of another state');
  const { now, input } = serviceRenewals(state, choices, pricing.value)(service);
  const coming = input === null ? [] : futureRenewals(input);
  const found =
    id === extensionId(serviceId) ? now : coming.find(({ expiry }) => renewalId(serviceId, expiry) === id);
  if (found === undefined || found === null) throw new Error('The renewal is of another plan');
  return found.lines;
}
