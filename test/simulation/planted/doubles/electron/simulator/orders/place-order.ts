import * as real from '../../../../../../../electron/simulator/orders/place-order.ts';
import { cents } from '../../../../../../../core/kernel/cents.ts';
import { ok } from '../../../../../../../core/kernel/result.ts';
import { faulty } from '../../../../plant.ts';

export * from '../../../../../../../electron/simulator/orders/place-order.ts';

export const placeOrder = faulty(real.placeOrder, {
  'the vendor charges a cent more than was confirmed': (...args) => {
    const placed = real.placeOrder(...args);
    if (!placed.ok) return placed;
    const { state, order } = placed.value;
    const dearer = { ...order, quote: { ...order.quote, gross: cents(order.quote.gross + 1) } };
    return ok({ state: { ...state, orders: state.orders.with(dearer) }, order: dearer });
  },
});
