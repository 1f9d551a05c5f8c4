import type { VendorCart } from '../../aruba/protocol.ts';
import type { CartId } from '../../kernel/id.ts';
import type { CartContent } from '../../orders/cart.ts';
import { mergeLines, sameLines, type Lines, type Merged, type Side } from '../../sync/merge.ts';
import type { AppState, CartBase } from '../rows/state.ts';
import { cartLines, clashingLines, wholeCart, withLines } from './cart-lines.ts';
import { renewalClash } from './renewal-clash.ts';
import { contentOf } from './wire-content.ts';

/** For each line, whose value the person chose. */
export type CartChoices = Readonly<Record<string, Side>>;

/** Our cart of one service or client compared with the vendor's. */
export interface CartStanding {
  readonly cartId: CartId;
  readonly base: CartBase;
  readonly mine: CartContent | null;
  readonly theirs: VendorCart;
  /** Both carts merged. `conflicts` holds the lines that only a person can decide. */
  readonly merged: CartContent | null;
  readonly conflicts: readonly string[];
  /**
   * True while an order of this cart is on its way. The vendor empties the cart with the order; we leave it
   * alone.
   */
  readonly held: boolean;
}

export const emptyBase = (id: CartId): CartBase => ({ id, version: 0, content: null, sent: [] });

/** Carts with an order on its way, or with a refused order that the person has not dealt with. */
function heldCarts({ workspace }: AppState): ReadonlySet<string> {
  const held = new Set<string>();
  for (const key of workspace.outbox.keys()) {
    const placement = workspace.placements.get(key);
    if (placement !== undefined) held.add(placement.cart.id);
  }
  return held;
}

/**
 * The content that both sides agree on. If the answer to our write was lost, the vendor's list of writes
 * still names it: the last of our writes in that list counts.
 */
function agreed({ content, sent }: CartBase, { writes }: VendorCart): CartContent | null {
  const arrived = writes.findLast((key) => sent.some((write) => write.key === key));
  return sent.find(({ key }) => key === arrived)?.content ?? (arrived === undefined ? content : null);
}

/** Compares one cart with the vendor's, as it would be after `choices`. */
export const cartStanding = (state: AppState, cartId: CartId, choices: CartChoices = {}): CartStanding =>
  cartStandingIn(state, cartId, heldCarts(state).has(cartId), choices);

function cartStandingIn(state: AppState, cartId: CartId, held: boolean, choices: CartChoices): CartStanding {
  const { workspace, replica } = state;
  const cart = workspace.carts.get(cartId);
  const base = workspace.cartBases.get(cartId) ?? emptyBase(cartId);
  // The vendor has not reported this cart yet: assume the content that we last agreed on. If it has forgotten
  // the agreement, the cart is one that nobody wrote.
  const agreement = base.forgotten === true ? emptyBase(cartId) : base;
  const theirs = replica.vendorCarts.get(cartId) ?? {
    cartId,
    version: agreement.version,
    content: agreement.content,
    writes: [],
  };
  const mine = cart === undefined ? null : (contentOf(state, cart) ?? null);
  const [here, there] = [cartLines(mine), cartLines(theirs.content)];
  const { merged: lines, conflicts } =
    base.forgotten === true
      ? decidedWhole(here, there, choices)
      : mergeLines(cartLines(agreed(base, theirs)), here, there, choices);
  const like = mine ?? theirs.content;
  const merged = like === null ? null : withLines(like, lines);
  const clashes = [
    ...clashingLines(lines, [here, there]),
    ...renewalClash(state, merged, mine, theirs.content),
  ].filter((line) => choices[line] === undefined);
  return {
    cartId,
    base,
    mine,
    theirs,
    merged,
    // An order on its way empties the vendor's cart. Until then nobody has to choose.
    conflicts: held ? [] : [...new Set([...conflicts, ...clashes])],
    held,
  };
}

/**
 * The vendor has forgotten what was agreed, so nothing says who changed what. A person takes one cart whole.
 */
function decidedWhole(mine: Lines, theirs: Lines, choices: CartChoices): Merged {
  const side = choices[wholeCart];
  if (sameLines(mine, theirs)) return { merged: mine, conflicts: [] };
  return { merged: side === 'theirs' ? theirs : mine, conflicts: side === undefined ? [wholeCart] : [] };
}

/** True if the cart is empty on both sides and both know it. This is the usual end of a cart. */
function isOver({ workspace, replica }: AppState, id: string): boolean {
  const [base, theirs] = [workspace.cartBases.get(id), replica.vendorCarts.get(id)];
  const empty =
    !workspace.carts.has(id) && (base?.content ?? null) === null && (theirs?.content ?? null) === null;
  return empty && base?.forgotten !== true && base?.version === theirs?.version;
}

/** Every cart that may need work. Leaves out carts that an order holds and carts that are over. */
export function cartStandings(state: AppState): readonly CartStanding[] {
  const { workspace, replica } = state;
  const held = heldCarts(state);
  const ids = new Set([
    ...workspace.carts.keys(),
    ...workspace.cartBases.keys(),
    ...replica.vendorCarts.keys(),
  ]);
  return [...ids].flatMap((id) =>
    held.has(id) || isOver(state, id) ? [] : [cartStandingIn(state, id as CartId, false, {})],
  );
}

export const sameContent = (a: CartContent | null, b: CartContent | null): boolean =>
  sameLines(cartLines(a), cartLines(b));

/** The work that the carts need, found in one pass. */
export interface OpenCarts {
  /** Carts with lines that a person has to decide. */
  readonly conflicts: readonly CartStanding[];
  /** Our carts that the vendor does not have in this form yet. */
  readonly toSend: readonly CartStanding[];
}

export function openCarts(state: AppState): OpenCarts {
  const all = cartStandings(state);
  return {
    conflicts: all.filter(({ conflicts }) => conflicts.length > 0),
    toSend: all.filter(
      ({ base, mine, conflicts }) => conflicts.length === 0 && !sameContent(mine, base.content),
    ),
  };
}

export const cartConflicts = (state: AppState): readonly CartStanding[] => openCarts(state).conflicts;
export const cartsToSend = (state: AppState): readonly CartStanding[] => openCarts(state).toSend;
