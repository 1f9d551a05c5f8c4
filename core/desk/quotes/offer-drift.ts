import { cartIdOf, type CartWish } from '../../orders/cart.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Drift } from '../../quotes/drift.ts';
import type { Figures } from '../../quotes/figures.ts';
import { offerTotals, type OfferTotals } from '../../quotes/offer.ts';
import { fundOf, latest, servicesOf, type Revision } from '../../quotes/quote-document.ts';
import type { CartRefusal } from '../cart/refusals.ts';
import type { AppState, Quote } from '../rows/state.ts';
import { driftOf } from './quote-drift.ts';

/** A service of a quote, and what it would be today. */
export interface DriftOfService {
  readonly revision: Revision<CartWish>;
  readonly drift: Drift<CartRefusal>;
}

/** What a whole quote would be today: each of its services, and the total with the firm's own fees. */
export interface OfferDrift {
  readonly services: readonly DriftOfService[];
  /** Null if a service can no longer be bought. */
  readonly today: OfferTotals | null;
  readonly same: boolean;
}

/** Compares each service of a quote with today. Fees never drift. Refused if nothing can be priced. */
export function offerDriftOf(state: AppState, document: Quote): Result<OfferDrift, CartRefusal> {
  const revision = latest(document);
  const services: OfferDrift['services'][number][] = [];
  const figures: Figures[] = [];
  for (const [at, service] of servicesOf(revision).entries()) {
    const found = driftOf(state, document, at);
    if (!found.ok) return found;
    services.push({ revision: service, drift: found.value });
    if (found.value.today.ok) figures.push(found.value.today.value);
  }
  return ok({
    services,
    today: figures.length === services.length ? offerTotals(figures, revision.fees, fundOf(revision)) : null,
    same: services.every(({ drift }) => drift.same),
  });
}

/** What a person accepts who keeps the prices: what each service would be today, and why. */
export const keptServices = ({ services }: OfferDrift): NonNullable<Quote['kept']>['services'] =>
  services.map(({ revision, drift }) => ({
    cartId: cartIdOf(revision.content.subject),
    gross: drift.today.ok ? drift.today.value.gross : null,
    causes: drift.causes.map(({ kind }) => kind),
  }));

/** True if a person has accepted exactly this difference of a service. */
export function isServiceKept({ kept }: Quote, { revision, drift }: DriftOfService): boolean {
  const accepted = kept?.services.find(({ cartId }) => cartId === cartIdOf(revision.content.subject));
  return (
    accepted !== undefined &&
    accepted.gross === (drift.today.ok ? drift.today.value.gross : null) &&
    accepted.causes.join(' ') === drift.causes.map(({ kind }) => kind).join(' ')
  );
}

/** True if a person has accepted the differences of all services that differ. */
export const isKept = (quote: Quote, { services }: OfferDrift): boolean =>
  services.every((service) => service.drift.same || isServiceKept(quote, service));
