import type { CartId, ClientId, CommandKey } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Cart, CartContent } from '../../orders/cart.ts';
import { mergeLines, sameLines, type Side } from '../../sync/merge.ts';
import type { VendorCart } from '../../aruba/protocol.ts';
import { cartLines, clashingLines, withLines } from './cart-lines.ts';
import type { Decision } from '../define-command.ts';
import type { CartRefusal } from './refusals.ts';
import { cartFigures } from './cart-figures.ts';
import { contentOf } from './wire-content.ts';
import { renewalCart, renewalClash } from './renewal-clash.ts';
import type { AppState, CartBase, WorkspaceChange } from '../rows/state.ts';

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

const emptyBase = (id: CartId): CartBase => ({ id, version: 0, content: null, sent: [] });

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
  // The vendor has not reported this cart yet: assume the content that we last agreed on.
  const theirs = replica.vendorCarts.get(cartId) ?? {
    cartId,
    version: base.version,
    content: base.content,
    writes: [],
  };
  const mine = cart === undefined ? null : (contentOf(state, cart) ?? null);
  const [here, there] = [cartLines(mine), cartLines(theirs.content)];
  const { merged: lines, conflicts } = mergeLines(cartLines(agreed(base, theirs)), here, there, choices);
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

/** True if the cart is empty on both sides and both know it. This is the usual end of a cart. */
function isOver({ workspace, replica }: AppState, id: string): boolean {
  const [base, theirs] = [workspace.cartBases.get(id), replica.vendorCarts.get(id)];
  const empty =
    !workspace.carts.has(id) && (base?.content ?? null) === null && (theirs?.content ?? null) === null;
  return empty && base?.version === theirs?.version;
}

/** Every cart that may need work. Leaves out carts that an order holds and carts that are over. */
function cartStandings(state: AppState): readonly CartStanding[] {
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

const same = (a: CartContent | null, b: CartContent | null): boolean => sameLines(cartLines(a), cartLines(b));

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
    toSend: all.filter(({ base, mine, conflicts }) => conflicts.length === 0 && !same(mine, base.content)),
  };
}

export const cartConflicts = (state: AppState): readonly CartStanding[] => openCarts(state).conflicts;
export const cartsToSend = (state: AppState): readonly CartStanding[] => openCarts(state).toSend;

/** The row of our cart after the merge. The people of the cart stay. */
function cartRow(
  { cartId, mine, merged }: CartStanding,
  known: Cart | undefined,
): readonly WorkspaceChange[] {
  if (merged === null) return known === undefined ? [] : [{ table: 'carts', id: cartId, value: null }];
  if (known !== undefined && same(mine, merged)) return [];
  if (merged.kind === 'renewal') return [{ table: 'carts', id: cartId, value: renewalCart(merged) }];
  const { quantity, modules, conventionCode } = merged;
  const common = { id: cartId, quantity, personIds: known?.personIds ?? [], modules, conventionCode };
  if (merged.kind === 'add-users') {
    const { serviceId, extension } = merged;
    return [
      {
        table: 'carts',
        id: cartId,
        value: { ...common, subject: { kind: 'add-users', serviceId, extension } },
      },
    ];
  }
  const { serviceKind, years, promotion } = merged;
  return [
    {
      table: 'carts',
      id: cartId,
      value: {
        ...common,
        subject: {
          kind: 'first-purchase',
          clientId: merged.vatCode as ClientId,
          serviceKind,
          years,
          promotion,
        },
      },
    },
  ];
}

/** A first purchase from another desk brings its client with it. */
function clientRow(state: AppState, { merged }: CartStanding): readonly WorkspaceChange[] {
  if (merged?.kind !== 'first-purchase' || state.workspace.clients.has(merged.vatCode)) return [];
  const { holder: name, vatCode } = merged;
  return [{ table: 'clients', id: vatCode, value: { id: vatCode as ClientId, name, vatCode } }];
}

const inStep = (state: AppState, standing: CartStanding): WorkspaceChange[] => [
  ...clientRow(state, standing),
  ...cartRow(standing, state.workspace.carts.get(standing.cartId)),
  {
    table: 'cartBases',
    id: standing.cartId,
    value: {
      id: standing.cartId,
      version: standing.theirs.version,
      content: standing.theirs.content,
      sent: [],
    },
  },
];

/**
 * After a pull: takes over the vendor's changes of every cart without a conflict. Leaves conflicts as they
 * are.
 */
export function settleCarts(state: AppState): readonly WorkspaceChange[] {
  return cartStandings(state).flatMap((standing) =>
    standing.conflicts.length > 0 || standing.theirs.version === standing.base.version
      ? []
      : inStep(state, standing),
  );
}

const mostSent = 20;

/** Remembers a write that may arrive. Keeps the newest ones: `agreed` looks for the last. */
const alsoSent = (base: CartBase, key: CommandKey, content: CartContent | null): CartBase => ({
  ...base,
  sent: [...base.sent, { key, content }].slice(-mostSent),
});

/**
 * The key of the next write and the row that remembers it. The row is durable before the write leaves. The
 * same content goes out again under the same key.
 */
export function sendingCart(
  { base, mine }: CartStanding,
  newKey: () => string,
): { readonly key: CommandKey; readonly row: CartBase } {
  const last = base.sent.at(-1);
  if (last !== undefined && same(last.content, mine)) return { key: last.key, row: base };
  const key = newKey() as CommandKey;
  return { key, row: alsoSent(base, key, mine) };
}

/**
 * Takes over the person's choice for each conflicting line. Refused if the vendor's cart has changed since it
 * was shown.
 */
export function resolveConflict(
  state: AppState,
  {
    cartId,
    version,
    choices,
  }: { readonly cartId: CartId; readonly version: number; readonly choices: CartChoices },
): Decision<CartRefusal> {
  const standing = cartStanding(state, cartId, choices);
  if (standing.held || standing.theirs.version !== version || standing.conflicts.length > 0)
    return err({ reason: 'conflict-moved-on' });
  const changes = inStep(state, standing);
  const cart = changes.find((change) => change.table === 'carts')?.value ?? null;
  if (cart === null) return ok(changes);
  // A cart without figures (its service is in grace, for example) needs none after the choice: either side
  // can be chosen.
  const before = state.workspace.carts.get(cartId);
  if (before === undefined || !cartFigures(state, before).ok) return ok(changes);
  const quoted = cartFigures(state, cart);
  return quoted.ok ? ok(changes) : quoted;
}

/** An order empties its cart under its own key. By that key we recognise the emptied cart as ours. */
export const orderedCart = (state: AppState, cartId: CartId, key: CommandKey): WorkspaceChange => ({
  table: 'cartBases',
  id: cartId,
  value: alsoSent(state.workspace.cartBases.get(cartId) ?? emptyBase(cartId), key, null),
});
