// The parts of the exchange with the vendor, put together: sign-in, client, outbox, pull and carts.
import { createAccess, type Access } from '../aruba/access.ts';
import { createVendorClient } from '../aruba/client.ts';
import type { ScreenChange } from '../bridge/contract.ts';
import { sendingOrder, unanswered } from '../desk/pending/outgoing.ts';
import type { AppState, VendorCommand, VendorRefusal, WorkspaceChange } from '../desk/rows/state.ts';
import type { ReplicaStore } from '../persistence/replica-store.ts';
import type { Clock, Fetch, Log, Rng, Scheduler, Secrets } from '../ports.ts';
import { createSync, type Sync } from '../sync/engine.ts';
import { afterRestart } from '../sync/outbox.ts';
import { createCartExchange } from './cart-exchange.ts';
import type { RecordedBy } from './command-desk.ts';
import { createPull } from './pull.ts';
import { aboutOf, push } from './push.ts';

export interface VendorSyncPorts {
  readonly fetch: Fetch;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  readonly log: Log;
  readonly newKey: () => string;
  readonly replica: ReplicaStore;
  readonly state: () => AppState;
  /** Makes rows durable before anything is sent, then shows them. Throws if it cannot. */
  readonly record: (changes: readonly WorkspaceChange[], by?: RecordedBy) => void;
  readonly publish: (changes: readonly ScreenChange[]) => void;
}

export function createVendorSync(ports: VendorSyncPorts): { readonly access: Access; readonly sync: Sync } {
  const { fetch, secrets, clock, scheduler, log, replica, state, record, publish } = ports;
  const access = createAccess({ fetch, secrets, clock });
  const client = createVendorClient(access, () => replica.epoch);
  const sync = createSync<VendorCommand, VendorRefusal>({
    clock,
    scheduler,
    rng: ports.rng,
    pending: () => unanswered(state()),
    save: (entries) => {
      // A command that the person withdrew while its answer was on the way is not saved again.
      const known = entries.filter(({ id }) => state().workspace.outbox.has(id));
      record(known.map((value): WorkspaceChange => ({ table: 'outbox', id: value.id, value })));
    },
    push: (entry) => push(client, entry),
    about: aboutOf,
    pull: createPull({ client, clock, replica, state, record, publish }),
    ...createCartExchange({ client, replica, state, record, publish, newKey: ports.newKey }),
    changed: () => publish([]),
    failed: (problem) =>
      log.error('exchange-failed', { name: problem instanceof Error ? problem.name : 'unknown' }),
  });
  return { access, sync };
}

/** The outbox rows to correct after a crash: a command that was being sent may have arrived. */
export const unsureAfterCrash = (state: AppState): readonly WorkspaceChange[] =>
  sendingOrder(state).flatMap((entry): WorkspaceChange[] => {
    const value = afterRestart(entry);
    return value === entry ? [] : [{ table: 'outbox', id: entry.id, value }];
  });
