import type { CartWish } from '../../orders/cart.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Drift, DriftCause } from '../../quotes/drift.ts';
import type { Figures } from '../../quotes/figures.ts';
import { offerTotals, type OfferTotals } from '../../quotes/offer.ts';
import { fundOf, latest, servicesOf, type Revision } from '../../quotes/quote-document.ts';
import type { CartRefusal } from '../cart/refusals.ts';
import type { AppState, Quote } from '../rows/state.ts';
import { driftOf } from './quote-drift.ts';

/** What a whole quote would be today: each of its services, and the total with the firm's own fees. */
export interface OfferDrift {
  readonly services: readonly {
    readonly revision: Revision<CartWish>;
    readonly drift: Drift<CartRefusal>;
  }[];
  /** Null if a service can no longer be bought. */
  readonly today: OfferTotals | null;
  /** The causes of all services, in their order. */
  readonly causes: readonly DriftCause['kind'][];
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
    causes: services.flatMap(({ drift }) => drift.causes.map(({ kind }) => kind)),
    same: services.every(({ drift }) => drift.same),
  });
}

/** True if a person has accepted exactly this difference. */
export const isKept = ({ kept }: Quote, { today, causes }: OfferDrift): boolean =>
  kept !== null && kept.gross === (today?.gross ?? null) && kept.causes.join(' ') === causes.join(' ');
