import * as real from '../../../../../../core/orders/same-order.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/orders/same-order.ts';

export const isBehind = faulty(real.isBehind, {
  'a cancellation that was forgotten is no loss': (order, known) =>
    known.state !== 'cancelled' && real.isBehind(order, known),
});
