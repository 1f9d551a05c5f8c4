import { cartPricing } from '../../../core/desk/cart/cart-figures.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { SeatDifference } from '../../../core/desk/seats/seat-difference.ts';
import { cents, type Cents } from '../../../core/kernel/cents.ts';
import type { Steps } from '../../../core/kernel/steps.ts';
import { addUsersFigures } from '../../../core/quotes/figures.ts';

/** Services in one step. */
const slice = 20;

/**
 * What the seats cost that a plan must buy, VAT included, with the extension that a new cart has. It is the
 * sum of one order for each service. Null if a price is not known. A service that does not run costs nothing
 * yet: it must be reactivated first.
 */
export function* planCostInSteps(
  state: AppState,
  differences: readonly SeatDifference[],
): Steps<Cents | null> {
  const pricing = cartPricing(state);
  if (!pricing.ok) return null;
  let total = 0;
  for (const [index, { service, buy }] of differences.entries()) {
    if (index % slice === slice - 1) yield index / differences.length;
    if (buy.length === 0) continue;
    const figures = addUsersFigures({
      ...pricing.value,
      service,
      quantity: buy.length,
      modules: [],
      extension: true,
    });
    if (figures.ok) total += figures.value.gross;
  }
  return cents(total);
}
