import type { CartId, ClientId, CommandKey } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Cart, CartContent } from '../../orders/cart.ts';
import type { Decision } from '../define-command.ts';
import type { AppState, CartBase, WorkspaceChange } from '../rows/state.ts';
import { cartFigures } from './cart-figures.ts';
import {
  cartStanding,
  cartStandings,
  emptyBase,
  sameContent,
  type CartChoices,
  type CartStanding,
} from './cart-standing.ts';
import type { CartRefusal } from './refusals.ts';
import { renewalCart } from './renewal-clash.ts';

/** The row of our cart after the merge. The people and the quote of the cart stay. */
function cartRow(
  { cartId, mine, merged }: CartStanding,
  known: Cart | undefined,
): readonly WorkspaceChange[] {
  if (merged === null) return known === undefined ? [] : [{ table: 'carts', id: cartId, value: null }];
  if (known !== undefined && sameContent(mine, merged)) return [];
  const from = known?.quoteId === undefined ? {} : { quoteId: known.quoteId };
  if (merged.kind === 'renewal')
    return [{ table: 'carts', id: cartId, value: { ...renewalCart(merged), ...from } }];
  const { quantity, modules, conventionCode } = merged;
  const common = {
    id: cartId,
    quantity,
    personIds: known?.personIds ?? [],
    modules,
    conventionCode,
    ...from,
  };
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
    standing.conflicts.length > 0 ||
    (standing.theirs.version === standing.base.version && standing.base.forgotten !== true)
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
  if (last !== undefined && sameContent(last.content, mine)) return { key: last.key, row: base };
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
