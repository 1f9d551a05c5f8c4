import { cartIdOf, type Cart, type CartContent } from '../../orders/cart.ts';
import { cartLines } from './cart-lines.ts';
import { cartFigures } from './cart-figures.ts';
import type { AppState } from '../rows/state.ts';

type Renewal = Extract<CartContent, { kind: 'renewal' }>;

/** Turns a renewal from the vendor's cart into a cart of this desk. */
export function renewalCart({ conventionCode, ...subject }: Renewal): Cart {
  return { id: cartIdOf(subject), subject, quantity: 0, personIds: [], modules: [], conventionCode };
}

/**
 * The lines that a person has to decide because the merged renewal has no figures although both sides had.
 * Example: a reduction here and a group left out there leave fewer users than the panel has (rule D5). Then
 * every line that differs is a conflict.
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
