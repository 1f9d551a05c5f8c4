import type { CartId, CommandKey, ServiceId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Order } from '../../orders/order.ts';
import { cartStanding } from '../cart/cart-standing.ts';
import { resolveConflict } from '../cart/cart-sync.ts';
import { wholeCart } from '../cart/cart-lines.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import { openForgotten } from '../pending/forgotten.ts';
import { outgoing } from '../pending/outgoing.ts';
import type { AppState, VendorCommand, WorkspaceChange } from '../rows/state.ts';
import type { Forgotten } from '../rows/forgotten.ts';
import type { ForgottenRefusal } from './refusals.ts';

type Decision = DecisionOr<ForgottenRefusal>;
interface Wish {
  readonly id: string;
}

const closed = (row: Forgotten, state: 'sent-again' | 'let-go'): WorkspaceChange => ({
  table: 'forgotten',
  id: row.id,
  value: { ...row, state },
});

const openRow = (state: AppState, { id }: Wish): Forgotten | undefined =>
  openForgotten(state).find((row) => row.id === id);

/**
 * The order as a cart again, as after a withdrawal. Its figures depend on the day, so the person confirms it
 * as a new order. Refused if this desk did not place it.
 */
function asCart(state: AppState, order: Order): Decision {
  const { placements, carts, clients } = state.workspace;
  const placement = order.clientReference === null ? undefined : placements.get(order.clientReference);
  if (placement === undefined) return err({ reason: 'not-ours-to-send' });
  const { cart, holder } = placement;
  if (carts.has(cart.id)) return err({ reason: 'cart-in-use', holder });
  const { subject } = cart;
  if (subject.kind !== 'first-purchase' && !state.replica.services.has(subject.serviceId))
    return err({ reason: 'unknown', what: 'service' });
  const changes: WorkspaceChange[] = [{ table: 'carts', id: cart.id, value: cart }];
  const { purchase } = order;
  if (
    subject.kind === 'first-purchase' &&
    purchase.kind === 'first-purchase' &&
    !clients.has(subject.clientId)
  ) {
    const { holder: name, vatCode } = purchase;
    changes.push({ table: 'clients', id: subject.clientId, value: { id: subject.clientId, name, vatCode } });
  }
  return ok(changes);
}

/** Takes one of the two carts whole. */
function decideCart(state: AppState, cartId: CartId, side: 'mine' | 'theirs'): Decision {
  const { version } = cartStanding(state, cartId).theirs;
  return resolveConflict(state, { cartId, version, choices: { [wholeCart]: side } });
}

/** Sends again what the vendor forgot, as a new command with a new key. */
export function sendAgain(state: AppState, wish: Wish, idOf: IdOf): Decision {
  const row = openRow(state, wish);
  if (row === undefined) return err({ reason: 'not-forgotten-any-more' });
  const { thing } = row;
  const send = (serviceId: ServiceId, command: VendorCommand): Decision =>
    state.replica.services.has(serviceId)
      ? ok([outgoing(state, idOf('again') as CommandKey, command)])
      : err({ reason: 'unknown', what: 'service' });
  const decided = ((): Decision => {
    switch (thing.kind) {
      case 'order':
        return asCart(state, thing.order);
      case 'order-back':
      case 'service':
        return err({ reason: 'not-ours-to-send' });
      case 'user-created': {
        const { serviceId, user } = thing;
        return send(serviceId, {
          kind: 'user/create',
          serviceId,
          user: { ...user, permissions: [...user.permissions] },
        });
      }
      case 'user-changed': {
        const { serviceId, user } = thing;
        const change = { email: user.email, permissions: [...user.permissions] };
        return send(serviceId, { kind: 'user/change', serviceId, username: user.username, change });
      }
      case 'user-deleted':
        return send(thing.serviceId, {
          kind: 'user/delete',
          serviceId: thing.serviceId,
          username: thing.username,
        });
      case 'automatic-renewal':
        return send(thing.serviceId, {
          kind: 'service/automatic-renewal',
          serviceId: thing.serviceId,
          on: thing.on,
        });
      case 'cart':
        return decideCart(state, thing.cartId, 'mine');
    }
  })();
  return decided.ok ? ok([...decided.value, closed(row, 'sent-again')]) : decided;
}

/**
 * Lets go of what the vendor forgot: it is told no longer, and nothing is sent. Of two carts the vendor's
 * stays.
 */
export function letGo(state: AppState, wish: Wish): Decision {
  const row = openRow(state, wish);
  if (row === undefined) return err({ reason: 'not-forgotten-any-more' });
  const decided: Decision =
    row.thing.kind === 'cart' ? decideCart(state, row.thing.cartId, 'theirs') : ok([]);
  return decided.ok ? ok([...decided.value, closed(row, 'let-go')]) : decided;
}
