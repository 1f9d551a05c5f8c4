import { isBehind, isSameOrder } from '../../orders/same-order.ts';
import type { PanelUser } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';
import type { Forgotten, ForgottenThing } from '../rows/forgotten.ts';

export const sameUsername = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether a user has the same e-mail and permissions. */
export const sameUser = (a: PanelUser, b: PanelUser): boolean =>
  a.email === b.email && a.permissions.toSorted().join() === b.permissions.toSorted().join();

/** Whether the vendor still lacks the thing. It may have come back by another way, or from a newer backup. */
function isMissing({ replica, workspace }: AppState, thing: ForgottenThing): boolean {
  const user = (serviceId: string, name: string): PanelUser | undefined =>
    replica.services.get(serviceId)?.users.find(({ username }) => sameUsername(username, name));
  switch (thing.kind) {
    case 'order':
      return ![...replica.orders.values()].some((order) => isSameOrder(order, thing.order));
    case 'order-back': {
      const order = replica.orders.get(thing.order.orderNumber);
      return order !== undefined && isSameOrder(order, thing.order) && isBehind(order, thing.order);
    }
    case 'service':
      return !replica.services.has(thing.serviceId);
    case 'user-created':
      return user(thing.serviceId, thing.user.username) === undefined;
    case 'user-changed': {
      const now = user(thing.serviceId, thing.user.username);
      return now !== undefined && !sameUser(now, thing.user);
    }
    case 'user-deleted':
      return user(thing.serviceId, thing.username) !== undefined;
    case 'automatic-renewal': {
      const service = replica.services.get(thing.serviceId);
      return service !== undefined && service.automaticRenewal !== thing.on;
    }
    case 'cart':
      return workspace.cartBases.get(thing.cartId)?.forgotten === true;
  }
}

/**
 * What the vendor forgot and still lacks, and about which the person has not decided. The newest loss first.
 */
export const openForgotten = (state: AppState): readonly Forgotten[] =>
  [...state.workspace.forgotten.values()]
    .filter((row) => row.state === 'open' && isMissing(state, row.thing))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
