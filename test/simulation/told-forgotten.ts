import type { Order } from '../../core/orders/order.ts';
import type { AppState } from '../../core/desk/rows/state.ts';

/**
 * The orders of which a desk says that the vendor forgot them, or how far they had come. Also decided ones.
 */
const toldOrders = (state: Pick<AppState, 'workspace'>): readonly Order[] =>
  [...state.workspace.forgotten.values()].flatMap(({ thing }) =>
    thing.kind === 'order' || thing.kind === 'order-back' ? [thing.order] : [],
  );

/** Whether a desk has told of the order with this key or number. */
export const isTold = (state: Pick<AppState, 'workspace'>, id: string): boolean =>
  toldOrders(state).some(({ orderNumber, clientReference }) => orderNumber === id || clientReference === id);
