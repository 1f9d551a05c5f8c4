import type { Order } from '../../../core/orders/order.ts';
import type { CartId, CommandKey, ServiceId } from '../../../core/kernel/id.ts';
import type { CartContent } from '../../../core/orders/cart.ts';
import type { Service } from '../../../core/services/service.ts';
import type { VendorCart } from '../../../core/aruba/protocol.ts';
import { changeId, type ChangeRef, type ProcessedCommand, type SimulatorDocument } from './state.ts';

/**
 * Gives the entity a new change number and drops its older one. So every entity is in the log
 * once, at its latest change.
 */
export function touch(state: SimulatorDocument, ref: ChangeRef): SimulatorDocument {
  const number = state.lastChange + 1;
  return { ...state, lastChange: number, changes: state.changes.with({ number, ref }) };
}

/** Adds or replaces a service, as one change. */
export const putService = (state: SimulatorDocument, service: Service): SimulatorDocument =>
  touch({ ...state, services: state.services.with(service) }, { type: 'service', id: service.id });

/** Removes a service and records a `serviceDeleted` instead (rules F, E+91). */
export function deleteService(state: SimulatorDocument, id: ServiceId): SimulatorDocument {
  const changes = state.changes.without(changeId({ type: 'service', id }));
  return touch({ ...state, services: state.services.without(id), changes }, { type: 'serviceDeleted', id });
}

/** Adds or replaces an order, as one change. */
export const putOrder = (state: SimulatorDocument, order: Order): SimulatorDocument =>
  touch({ ...state, orders: state.orders.with(order) }, { type: 'order', id: order.orderNumber });

const mostWrites = 20;

/**
 * Writes the next version of a cart and remembers the key. A writer whose answer was lost
 * recognises its write by the key.
 */
export function writeCart(
  state: SimulatorDocument,
  cartId: CartId,
  content: CartContent | null,
  key: CommandKey,
): SimulatorDocument {
  const known = cartOf(state, cartId);
  const cart: VendorCart = {
    cartId,
    version: known.version + 1,
    content,
    writes: [...known.writes, key].slice(-mostWrites),
  };
  return touch({ ...state, carts: state.carts.with(cart) }, { type: 'cart', id: cartId });
}

/** A cart. If nobody wrote it yet, it is empty and has version 0. */
export const cartOf = (state: SimulatorDocument, cartId: CartId): VendorCart =>
  state.carts.get(cartId) ?? { cartId, version: 0, content: null, writes: [] };

/** Records the result of a command. It is always the last change of its request, after the entities. */
export const putCommand = (state: SimulatorDocument, command: ProcessedCommand): SimulatorDocument =>
  touch(
    { ...state, commands: state.commands.with(command) },
    { type: 'processed', id: command.processed.key },
  );

/**
 * The changes after a cursor in their order, with whole entities. The next cursor is the number
 * of the last returned change. A cursor from another past may be ahead: the next one is then our last change.
 */
export function changesAfter(state: SimulatorDocument, cursor: number, size: number) {
  const later = cursor >= state.lastChange ? [] : state.changes.filter(({ number }) => number > cursor);
  const page = later.sort((a, b) => a.number - b.number).slice(0, size);
  return {
    epoch: state.epoch,
    changes: page.map(({ ref }) => told(state, ref)),
    nextCursor: page.at(-1)?.number ?? Math.min(cursor, state.lastChange),
    hasMore: later.length > page.length,
    serverDay: state.day,
  };
}

function told(state: SimulatorDocument, ref: ChangeRef) {
  switch (ref.type) {
    case 'serviceDeleted':
      return { type: ref.type, serviceId: ref.id };
    case 'service':
      return { type: ref.type, service: found(state.services.get(ref.id), ref) };
    case 'order':
      return { type: ref.type, order: found(state.orders.get(ref.id), ref) };
    case 'priceList':
      return {
        type: ref.type,
        priceList: found(
          state.priceLists.find(({ version }) => version === ref.id),
          ref,
        ),
      };
    case 'cart':
      return { type: ref.type, cart: cartOf(state, ref.id) };
    case 'processed':
      return { type: ref.type, processed: found(state.commands.get(ref.id), ref).processed };
  }
}

function found<T>(entity: T | undefined, ref: ChangeRef): T {
  if (entity === undefined) throw new Error(`The change log names an unknown ${ref.type}: ${ref.id}`);
  return entity;
}
