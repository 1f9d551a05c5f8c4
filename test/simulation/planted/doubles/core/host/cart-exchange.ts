import type { WorkspaceChange } from '../../../../../../core/desk/rows/state.ts';
import * as real from '../../../../../../core/host/cart-exchange.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/cart-exchange.ts';

const keepsKey = (change: WorkspaceChange): boolean =>
  change.table === 'cartBases' && change.value !== null && change.value.sent.length > 0;

export const createCartExchange = faulty(real.createCartExchange, {
  'a cart is sent before its key is saved': (ports) =>
    real.createCartExchange({
      ...ports,
      record: (changes) => ports.record(changes.filter((change) => !keepsKey(change))),
    }),
});
