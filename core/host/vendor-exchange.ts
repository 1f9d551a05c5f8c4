import type { ScreenChange } from '../bridge/contract.ts';
import type { SyncStatus } from '../bridge/sync-status.ts';
import type { SignInRefusal } from '../bridge/refusals.ts';
import { cartsToSend } from '../desk/cart/cart-standing.ts';
import type { AppState, WorkspaceChange } from '../desk/rows/state.ts';
import type { Result } from '../kernel/result.ts';
import type { ReplicaStore } from '../persistence/replica-store.ts';
import type { Fetch } from '../ports.ts';
import type { Place } from '../shared/presence.ts';
import type { HostPorts } from './host-ports.ts';
import type { RecordedBy } from './command-desk.ts';
import { syncStatusOf } from './sync-status.ts';
import { createVendorSync, unsureAfterCrash } from './vendor-sync.ts';

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
  /** Asks the simulated vendor, on the other side of its counter. */
  readonly simulator: Fetch;
  /** Exchanges now. Resolves when the exchange is over. */
  wake(): Promise<void>;
  /** The same for a person who asks for it: the server of a shared studio asks its vendor too. */
  now(): Promise<void>;
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
  const { scheduler, log } = ports;
  const { access, sync } = createVendorSync({
    ...ports,
    newKey: () => ports.ids.next(),
    replica,
    state,
    record,
    publish,
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
    simulator: ports.fetch,
    wake: () => sync.wake(),
    now: () => sync.wake(),
    follow(changes) {
      if (changes.some(({ table, value }) => table === 'outbox' && value !== null)) void sync.wake();
      else sendCartsSoon();
    },
    status: () => syncStatusOf(state(), sync.state(), replica.lastSync),
    asked: () => sync.state().link !== 'idle',
    unsure: () => unsureAfterCrash(state()),
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
