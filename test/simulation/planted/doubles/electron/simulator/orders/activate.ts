import * as real from '../../../../../../../electron/simulator/orders/activate.ts';
import { faulty } from '../../../../plant.ts';

export * from '../../../../../../../electron/simulator/orders/activate.ts';

export const activated = faulty(real.activated, {
  'an activation loses what its order does not touch': (service, order, today) => {
    const touched = new Set<string>(order.quote.lines.map(({ id }) => id));
    const items = service.items.filter(({ id }) => touched.has(id));
    return real.activated({ ...service, items }, order, today);
  },
});
