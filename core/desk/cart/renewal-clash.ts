import { cartIdOf, type Cart, type CartContent } from '../../orders/cart.ts';
import { cartLines } from './cart-lines.ts';
import { cartFigures } from './cart-figures.ts';
import type { AppState } from '../rows/state.ts';

type Renewal = Extract<CartContent, { kind: 'renewal' }>;

/** A renewal as the vendor's cart holds it, as a cart of this desk. */
export function renewalCart({ conventionCode, ...subject }: Renewal): Cart {
  return { id: cartIdOf(subject), subject, quantity: 0, personIds: [], modules: [], conventionCode };
}

/**
 * Lines of two renewal carts that fit each side's own but not each other: a reduction here and a group left
 * out there can leave
 * fewer users than the panel has (rule D5), say. Every line that differs is then for a person to choose.
 */
export function renewalClash(
  state: AppState,
  merged: CartContent | null,
  mine: CartContent | null,
  theirs: CartContent | null,
): readonly string[] {
  const fits = (content: Renewal): boolean => cartFigures(state, renewalCart(content)).ok;
  if (merged?.kind !== 'renewal' || mine?.kind !== 'renewal' || theirs?.kind !== 'renewal') return [];
  if (fits(merged) || !fits(mine) || !fits(theirs)) return [];
  const [here, there] = [cartLines(mine) ?? {}, cartLines(theirs) ?? {}];
  return [...new Set([...Object.keys(here), ...Object.keys(there)])].filter(
    (line) => (here[line] ?? null) !== (there[line] ?? null),
  );
}
