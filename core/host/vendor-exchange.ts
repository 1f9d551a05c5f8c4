import { createAccess } from '../aruba/access.ts';
import { createVendorClient } from '../aruba/client.ts';
import type { ScreenChange } from '../bridge/contract.ts';
import type { SyncStatus } from '../bridge/sync-status.ts';
import type { SignInRefusal } from '../bridge/refusals.ts';
import { cartsToSend } from '../desk/cart/cart-standing.ts';
import type { AppState, VendorCommand, VendorRefusal, WorkspaceChange } from '../desk/rows/state.ts';
import type { Result } from '../kernel/result.ts';
import type { ReplicaStore } from '../persistence/replica-store.ts';
import { sendingOrder } from '../desk/pending/outgoing.ts';
import { createSync } from '../sync/engine.ts';
import { afterRestart } from '../sync/outbox.ts';
import { createCartExchange } from './cart-exchange.ts';
import type { Fetch } from '../ports.ts';
import type { Place } from '../shared/presence.ts';
import type { HostPorts } from './host-ports.ts';
import type { RecordedBy } from './command-desk.ts';
import { createPull } from './pull.ts';
import { push } from './push.ts';
import { syncStatusOf } from './sync-status.ts';

/** A cart is sent after the person has paused, not at every step of a quantity. */
const cartPauseMs = 2000;

export interface VendorExchangePorts {
  readonly ports: Omit<HostPorts, 'fetch'> & { readonly fetch: Fetch };
  readonly replica: ReplicaStore;
  readonly state: () => AppState;
  /** Makes rows durable, then shows them. Throws if the disk refuses them. */
  readonly record: (changes: readonly WorkspaceChange[], by?: RecordedBy) => void;
  readonly publish: (changes: readonly ScreenChange[]) => void;
}

/** Everything that is exchanged with the vendor: sign-in, outbox, pulls, carts. */
export interface VendorExchange {
  signIn(username: string, password: string): Promise<Result<null, SignInRefusal>>;
  signOut(): void;
  /** Exchanges now. Resolves when the exchange is over. */
  wake(): Promise<void>;
  /** Sends what a command left behind: the outbox at once, carts after the person has paused. */
  follow(changes: readonly WorkspaceChange[]): void;
  status(): SyncStatus;
  /** True if this run has asked the vendor. */
  asked(): boolean;
  /** The outbox rows to correct after a crash: a command that was being sent may have arrived. */
  unsure(): readonly WorkspaceChange[];
  /** Where the person is, for the others of a shared studio. */
  here(place: Place | null): void;
  stop(): Promise<void>;
}

/** Makes the exchange with the vendor. It sends nothing before the first wake-up, sign-in or change. */
export function createVendorExchange({
  ports,
  replica,
  state,
  record,
  publish,
}: VendorExchangePorts): VendorExchange {
  const { clock, scheduler, log } = ports;
  const access = createAccess({ fetch: ports.fetch, secrets: ports.secrets, clock });
  const client = createVendorClient(access, () => replica.epoch);

  const sync = createSync<VendorCommand, VendorRefusal>({
    clock,
    scheduler,
    rng: ports.rng,
    pending: () => sendingOrder(state()).filter((entry) => entry.state !== 'refused'),
    save: (entries) => {
      // A command that the person withdrew while its answer was on the way is not saved again.
      const known = entries.filter(({ id }) => state().workspace.outbox.has(id));
      record(known.map((value): WorkspaceChange => ({ table: 'outbox', id: value.id, value })));
    },
    push: (entry) => push(client, entry),
    pull: createPull({
      client,
      clock,
      replica,
      state,
      record,
      publish,
      pause: ports.pause ?? (async () => undefined),
    }),
    ...createCartExchange({ client, replica, state, record, publish, newKey: () => ports.ids.next() }),
    changed: () => publish([]),
    failed: (problem) =>
      log.error('exchange-failed', { name: problem instanceof Error ? problem.name : 'unknown' }),
  });

  let callOffCarts = (): void => undefined;
  function sendCartsSoon(): void {
    callOffCarts();
    if (cartsToSend(state()).length > 0) callOffCarts = scheduler.after(cartPauseMs, () => sync.nudge());
  }

  return {
    async signIn(username, password) {
      const signedIn = await access.signIn(username, password);
      if (signedIn.ok) await sync.wake();
      return signedIn;
    },
    signOut() {
      access.signOut();
      void sync.wake();
    },
    wake: () => sync.wake(),
    follow(changes) {
      if (changes.some(({ table, value }) => table === 'outbox' && value !== null)) void sync.wake();
      else sendCartsSoon();
    },
    status: () => syncStatusOf(state(), sync.state(), replica.lastSync),
    asked: () => sync.state().link !== 'idle',
    unsure: () =>
      sendingOrder(state()).flatMap((entry): WorkspaceChange[] => {
        const value = afterRestart(entry);
        return value === entry ? [] : [{ table: 'outbox', id: entry.id, value }];
      }),
    here: () => undefined,
    async stop() {
      callOffCarts();
      await sync.stop();
      try {
        replica.keepTime();
      } catch {
        // Disk full: the next start shows an older success.
        log.error('time-not-kept');
      }
    },
  };
}
