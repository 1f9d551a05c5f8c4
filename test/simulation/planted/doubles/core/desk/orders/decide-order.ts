import * as real from '../../../../../../../core/desk/orders/decide-order.ts';
import type { AppState, Outgoing, Placement } from '../../../../../../../core/desk/rows/state.ts';
import { faulty } from '../../../../plant.ts';

export * from '../../../../../../../core/desk/orders/decide-order.ts';

const withWorkspace = (state: AppState, tables: Partial<AppState['workspace']>): AppState => ({
  ...state,
  workspace: { ...state.workspace, ...tables },
});

/** The state without any known order. */
const withoutOrders = (state: AppState): AppState => ({
  ...withWorkspace(state, { placements: new Map() }),
  replica: { ...state.replica, orders: new Map() },
});

/** The state as if every desk had the same cart. */
const withoutVendorCarts = (state: AppState): AppState => ({
  ...state,
  replica: { ...state.replica, vendorCarts: new Map() },
});

const asQueued = (entry: Outgoing): Outgoing =>
  entry.state === 'outcome-unknown' ? { ...entry, state: 'queued' } : entry;

export const placeOrder = faulty(real.placeOrder, {
  'a second order while one is open': (state, ...rest) => real.placeOrder(withoutOrders(state), ...rest),
  'a conflict is ordered': (state, ...rest) => real.placeOrder(withoutVendorCarts(state), ...rest),
});

export const withdrawOrder = faulty(real.withdrawOrder, {
  'an unknown outcome can be withdrawn': (state, command) => {
    const outbox = new Map([...state.workspace.outbox].map(([key, entry]) => [key, asQueued(entry)]));
    return real.withdrawOrder(withWorkspace(state, { outbox }), command);
  },
});

/** The orders whose seats were given a second time, for each run of a program. */
const givenTwice = new WeakMap<AppState['workspace'], Set<string>>();

export const settleNextOrder = faulty(real.settleNextOrder, {
  'an order gives its seats twice': (state) => {
    const changes = real.settleNextOrder(state);
    if (changes.length > 0) return changes;
    const twice = givenTwice.get(state.workspace) ?? new Set();
    givenTwice.set(state.workspace, twice);
    const again = (placement: Placement): Placement => ({
      ...placement,
      settled: placement.settled && twice.has(placement.id),
    });
    const placements = new Map([...state.workspace.placements].map(([key, row]) => [key, again(row)]));
    const more = real.settleNextOrder(withWorkspace(state, { placements }));
    for (const change of more) if (change.table === 'placements') twice.add(change.id);
    return more;
  },
});
