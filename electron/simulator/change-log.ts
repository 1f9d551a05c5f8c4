import type { Order } from '../../core/orders/order.ts';
import type { CartId, CommandKey, ServiceId } from '../../core/kernel/id.ts';
import type { CartContent } from '../../core/orders/cart.ts';
import type { Service } from '../../core/services/service.ts';
import type { VendorCart } from '../../core/vendor/protocol.ts';
import type { ChangeRef, ProcessedCommand, SimulatorDocument } from './state.ts';

const sameRef = (a: ChangeRef, b: ChangeRef): boolean => a.id === b.id && a.type === b.type;

/** Gives the entity a new change number; its older one goes, so every entity stands in the log once, at its latest change. */
export function touch(state: SimulatorDocument, ref: ChangeRef): SimulatorDocument {
  const number = state.lastChange + 1;
  return { ...state, lastChange: number, changes: [...state.changes.filter((change) => !sameRef(change.ref, ref)), { number, ref }] };
}

/** Puts or replaces a service, as one change. */
export function putService(state: SimulatorDocument, service: Service): SimulatorDocument {
  const known = state.services.some(({ id }) => id === service.id);
  const services = known ? state.services.map((old) => (old.id === service.id ? service : old)) : [...state.services, service];
  return touch({ ...state, services }, { type: 'service', id: service.id });
}

/** Removes a service and leaves a `serviceDeleted` in its place (rules F, E+91). */
export function deleteService(state: SimulatorDocument, id: ServiceId): SimulatorDocument {
  const gone: SimulatorDocument = {
    ...state,
    services: state.services.filter((service) => service.id !== id),
    changes: state.changes.filter(({ ref }) => !(ref.type === 'service' && ref.id === id)),
  };
  return touch(gone, { type: 'serviceDeleted', id });
}

/** Puts or replaces an order, as one change. */
export function putOrder(state: SimulatorDocument, order: Order): SimulatorDocument {
  const known = state.orders.some(({ orderNumber }) => orderNumber === order.orderNumber);
  const orders = known ? state.orders.map((old) => (old.orderNumber === order.orderNumber ? order : old)) : [...state.orders, order];
  return touch({ ...state, orders }, { type: 'order', id: order.orderNumber });
}

const mostWrites = 20;

/** Writes a cart as its next version, and remembers under which key: that is how a writer whose answer was lost knows it again. */
export function writeCart(state: SimulatorDocument, cartId: CartId, content: CartContent | null, key: CommandKey): SimulatorDocument {
  const known = cartOf(state, cartId);
  const cart: VendorCart = { cartId, version: known.version + 1, content, writes: [...known.writes, key].slice(-mostWrites) };
  return touch({ ...state, carts: [...state.carts.filter((other) => other.cartId !== cartId), cart] }, { type: 'cart', id: cartId });
}

/** A cart that nobody wrote is there all the same: empty, version 0. */
export const cartOf = (state: SimulatorDocument, cartId: CartId): VendorCart =>
  state.carts.find((cart) => cart.cartId === cartId) ?? { cartId, version: 0, content: null, writes: [] };

/** Records what became of a command; always the last change of its request, so the entities come before it. */
export const putCommand = (state: SimulatorDocument, command: ProcessedCommand): SimulatorDocument =>
  touch({ ...state, commands: [...state.commands, command] }, { type: 'processed', id: command.processed.key });

/** The changes after a cursor in their order, each entity whole; the next cursor is the number of the last one told. */
export function changesAfter(state: SimulatorDocument, cursor: number, size: number) {
  const later = state.changes.filter(({ number }) => number > cursor);
  const page = later.slice(0, size);
  return {
    changes: page.map(({ ref }) => told(state, ref)),
    nextCursor: page.at(-1)?.number ?? cursor,
    hasMore: later.length > page.length,
    serverDay: state.day,
  };
}

function told(state: SimulatorDocument, ref: ChangeRef) {
  switch (ref.type) {
    case 'serviceDeleted':
      return { type: ref.type, serviceId: ref.id };
    case 'service':
      return {
        type: ref.type,
        service: found(
          state.services.find(({ id }) => id === ref.id),
          ref,
        ),
      };
    case 'order':
      return {
        type: ref.type,
        order: found(
          state.orders.find(({ orderNumber }) => orderNumber === ref.id),
          ref,
        ),
      };
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
      return {
        type: ref.type,
        processed: found(
          state.commands.find(({ processed }) => processed.key === ref.id),
          ref,
        ).processed,
      };
  }
}

function found<T>(entity: T | undefined, ref: ChangeRef): T {
  if (entity === undefined) throw new Error(`The change log names an unknown ${ref.type}: ${ref.id}`);
  return entity;
}
