// What a vendor forgot that was restored from an older backup: its state before, compared with its state now.
import { refusalCodes } from '../../aruba/protocol.ts';
import type { CartId } from '../../kernel/id.ts';
import { isBehind, isSameOrder } from '../../orders/same-order.ts';
import type { Order } from '../../orders/order.ts';
import type { Service } from '../../services/service.ts';
import { cartStanding, emptyBase, sameContent } from '../cart/cart-standing.ts';
import { sameUser, sameUsername } from '../pending/forgotten.ts';
import type { AppState, ReplicaRows, Tables, WorkspaceChange } from '../rows/state.ts';
import type { ForgottenThing } from '../rows/forgotten.ts';

type Replica = Tables<ReplicaRows>;

/**
 * An order that waits in the outbox is left out: it is sent again under its own key, so its end becomes
 * known.
 */
function* orders(before: AppState, after: Replica): Generator<ForgottenThing> {
  const byKey = new Map<string, Order>();
  for (const order of after.orders.values())
    if (order.clientReference !== null) byKey.set(order.clientReference, order);
  for (const order of before.replica.orders.values()) {
    const { clientReference: key } = order;
    const now = key === null ? after.orders.get(order.orderNumber) : byKey.get(key);
    if (now === undefined || !isSameOrder(now, order)) {
      if (key === null || !before.workspace.outbox.has(key)) yield { kind: 'order', order };
    } else if (isBehind(now, order)) yield { kind: 'order-back', order };
  }
}

function* users(service: Service, now: Service): Generator<ForgottenThing> {
  const { id: serviceId, holder } = service;
  for (const user of service.users) {
    const there = now.users.find(({ username }) => sameUsername(username, user.username));
    if (there === undefined) yield { kind: 'user-created', serviceId, holder, user };
    else if (!sameUser(there, user)) yield { kind: 'user-changed', serviceId, holder, user };
  }
  for (const { username } of now.users)
    if (!service.users.some((user) => sameUsername(user.username, username)))
      yield { kind: 'user-deleted', serviceId, holder, username };
}

function* services(before: Replica, after: Replica): Generator<ForgottenThing> {
  for (const service of before.services.values()) {
    const { id: serviceId, holder, automaticRenewal: on } = service;
    const now = after.services.get(serviceId);
    if (now === undefined) {
      yield { kind: 'service', serviceId, holder };
      continue;
    }
    yield* users(service, now);
    if (now.automaticRenewal !== on) yield { kind: 'automatic-renewal', serviceId, holder, on };
  }
}

/** The thing within its past. The same loss has the same name. */
function nameOf(thing: ForgottenThing): string {
  switch (thing.kind) {
    case 'order':
    case 'order-back':
      return `${thing.order.orderNumber} ${thing.order.clientReference ?? ''}`;
    case 'user-created':
    case 'user-changed':
      return `${thing.serviceId} ${thing.user.username}`;
    case 'user-deleted':
      return `${thing.serviceId} ${thing.username}`;
    case 'cart':
      return thing.cartId;
    case 'service':
    case 'automatic-renewal':
      return thing.serviceId;
  }
}

/**
 * The carts whose agreement the vendor forgot, as bases that say so. A cart that the vendor has as before
 * needs nothing.
 */
function* carts(before: AppState, after: Replica): Generator<WorkspaceChange | ForgottenThing> {
  const { workspace, replica } = before;
  for (const id of new Set([...workspace.cartBases.keys(), ...replica.vendorCarts.keys()])) {
    const [known, now] = [replica.vendorCarts.get(id), after.vendorCarts.get(id)];
    if (known?.version === now?.version && sameContent(known?.content ?? null, now?.content ?? null))
      continue;
    const cartId = id as CartId;
    const base = workspace.cartBases.get(id) ?? emptyBase(cartId);
    yield { table: 'cartBases', id, value: { ...base, forgotten: true } };
    const { mine } = cartStanding(before, cartId);
    if (!sameContent(mine, now?.content ?? null))
      yield { kind: 'cart', cartId, holder: holderOf(before, cartId) };
  }
}

/** Whose cart it is, as far as it is known. */
function holderOf({ workspace, replica }: AppState, cartId: CartId): string {
  const subject = workspace.carts.get(cartId)?.subject;
  const content = replica.vendorCarts.get(cartId)?.content ?? null;
  if (subject?.kind === 'first-purchase') return workspace.clients.get(subject.clientId)?.name ?? '';
  if (content?.kind === 'first-purchase') return content.holder;
  const serviceId = subject?.serviceId ?? content?.serviceId;
  return serviceId === undefined ? '' : (replica.services.get(serviceId)?.holder ?? '');
}

/**
 * Cancellations whose order is unknown now, or whose number belongs to another order. They are never sent:
 * the number would cancel something else. The person sees them refused.
 */
function* cancellations(before: AppState, after: Replica): Generator<WorkspaceChange> {
  for (const entry of before.workspace.outbox.values()) {
    const { command } = entry;
    if (command.kind !== 'order/cancel' || entry.state === 'refused') continue;
    const known = before.replica.orders.get(command.orderNumber);
    const now = after.orders.get(command.orderNumber);
    if (now !== undefined && known !== undefined && isSameOrder(now, known)) continue;
    const refusal = {
      errorCode: refusalCodes.unknownOrder,
      errorDescription: `Ordine sconosciuto: ${command.orderNumber}`,
      vendorQuote: null,
    };
    yield { table: 'outbox', id: entry.id, value: { ...entry, state: 'refused', refusal } };
  }
}

/**
 * The rows that say what the vendor forgot: `before` is what was known, `after` what the vendor has in its
 * past `epoch`. A loss that was already told is not told again. Nothing is sent.
 */
export function whatWasForgotten(
  before: AppState,
  after: Replica,
  { epoch, at }: { readonly epoch: string; readonly at: number },
): readonly WorkspaceChange[] {
  const told = (thing: ForgottenThing): WorkspaceChange[] => {
    const id = `${epoch} ${thing.kind} ${nameOf(thing)}`;
    return before.workspace.forgotten.has(id)
      ? []
      : [{ table: 'forgotten', id, value: { id, at, thing, state: 'open' } }];
  };
  return [
    ...[...orders(before, after), ...services(before.replica, after)].flatMap(told),
    ...[...carts(before, after)].flatMap((found) => ('table' in found ? [found] : told(found))),
    ...cancellations(before, after),
  ];
}
