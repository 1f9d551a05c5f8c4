import * as real from '../../../../../../../electron/simulator/http/once.ts';
import type { OrderNumber } from '../../../../../../../core/kernel/id.ts';
import { faulty, like } from '../../../../plant.ts';

export * from '../../../../../../../electron/simulator/http/once.ts';

export const once = faulty(real.once, {
  'the vendor places an order twice and removes one': (c, counter, key, ...rest) =>
    real.once(
      c,
      like(counter, {
        commit(next) {
          const order = next.orders.find(({ clientReference }) => clientReference === key);
          const known = counter.state().orders.find(({ clientReference }) => clientReference === key);
          if (order !== undefined && known === undefined) {
            const twin = { ...order, orderNumber: '99999999' as OrderNumber, state: 'cancelled' as const };
            counter.commit({ ...next, orders: next.orders.with(twin) });
            counter.settle();
          }
          counter.commit(next);
        },
      }),
      key,
      ...rest,
    ),
});
