// The exchange of a shared studio with its vendor, in the process that holds the lease. It is that of a desk
// (core/sync), with ports on the studio's rows. Each request leaves only when all before it is durable.
import { cartsToSend } from '../../desk/cart/cart-standing.ts';
import { vendorRowOf } from '../../desk/rows/vendor-changes.ts';
import type { ReplicaStore } from '../../persistence/replica-store.ts';
import type { Clock, Fetch, IdSource, Log, Rng, Scheduler } from '../../ports.ts';
import type { Hold } from '../../shared/server/lease.ts';
import type { VendorDatabase } from '../../shared/vendor-database.ts';
import type { Sync } from '../../sync/engine.ts';
import { createVendorSync, unsureAfterCrash } from '../vendor-sync.ts';
import { createStudioTurns, type StudioTurns } from './studio-turns.ts';

export interface StudioExchangePorts {
  readonly database: Pick<VendorDatabase, 'turn'>;
  readonly studio: string;
  readonly hold: Hold;
  readonly vendor: Fetch;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  readonly ids: IdSource;
  readonly log: Log;
}

export interface StudioExchange {
  /** Exchanges now. Resolves when the exchange is over. */
  wake(): Promise<void>;
  /** The studio may have changed: sends what waits, if anything does. */
  changed(): void;
  /** Whether the lease was lost, or the database failed: it must be begun anew. */
  over(): boolean;
  /** Nothing is sent from now on. Resolves when the open turn is over. */
  stop(): Promise<void>;
}

/** Several changes within this time are looked at together. */
const gatherMs = 50;
/** A cart is sent after the person has paused, not at every step of a quantity. */
const cartPauseMs = 2000;

/** The vendor's last confirmed state, in the studio's rows. */
const replicaOf = (turns: StudioTurns): ReplicaStore => ({
  get tables() {
    return turns.state().replica as ReplicaStore['tables'];
  },
  get epoch() {
    return turns.mark().epoch;
  },
  get cursor() {
    return turns.mark().cursor;
  },
  get dayOffset() {
    return turns.mark().dayOffset;
  },
  get lastSync() {
    return turns.mark().lastSync;
  },
  lost: null,
  update(changes, { epoch, cursor, dayOffset, lastSync }) {
    turns.record(changes.map(vendorRowOf));
    turns.setMark({ ...turns.mark(), epoch, cursor, dayOffset, lastSync });
  },
  // The turn notes it.
  keepTime: () => undefined,
});

export function createStudioExchange(ports: StudioExchangePorts): StudioExchange {
  const { clock, scheduler, ids, log } = ports;
  const turns = createStudioTurns(ports);
  const replica = replicaOf(turns);
  let sync: Sync | null = null;
  /** The tokens with which `sync` was begun, or which it has got since. */
  let token: string | null = null;
  let running: Promise<void> | null = null;
  let again: 'no' | 'if-needed' | 'yes' = 'no';
  let callOff = (): void => undefined;
  let callOffLook = (): void => undefined;

  const fetch: Fetch = async (request) => {
    try {
      await turns.end();
    } catch {
      return { kind: 'unreachable' };
    }
    // What is not durable is not sent.
    if (turns.over()) return { kind: 'unreachable' };
    const answer = await ports.vendor(request);
    try {
      await turns.begin();
    } catch {
      return { kind: 'no-answer' };
    }
    return answer;
  };

  function begun(): Sync {
    if (sync !== null && token === turns.token()) return sync;
    // The first time, or a person has signed in or out.
    token = turns.token();
    turns.record(unsureAfterCrash(turns.state()));
    const made = createVendorSync({
      ...ports,
      fetch,
      secrets: {
        read: () => turns.token() ?? undefined,
        write(_, value) {
          token = value ?? null;
          turns.setToken(token);
        },
      },
      // The next exchange must begin with a turn, so it is not begun by `sync` itself.
      scheduler: { after: (delayMs) => wakeIn(delayMs) },
      newKey: () => ids.next(),
      replica,
      state: () => turns.state(),
      record: (changes) => turns.record(changes),
      publish: () => undefined,
    });
    sync = made.sync;
    return sync;
  }

  function wakeIn(delayMs: number): () => void {
    callOff();
    callOff = scheduler.after(delayMs, () => void wake());
    return callOff;
  }

  /** Whether something waits that was not tried yet. After "too many requests" everything waits. */
  function isNeeded(): boolean {
    if (sync === null || token !== turns.token()) return true;
    const { link, nextTry } = sync.state();
    if (link === 'waiting' && (nextTry ?? 0) > clock.now()) return false;
    const state = turns.state();
    if ([...state.workspace.outbox.values()].some(({ state: at, tries }) => at === 'queued' && tries === 0))
      return true;
    if (cartsToSend(state).length > 0) lookIn(cartPauseMs, 'yes');
    return false;
  }

  async function run(): Promise<void> {
    do {
      const needed = again;
      again = 'no';
      try {
        await turns.begin();
        if (needed === 'yes' || isNeeded()) {
          const own = begun();
          await own.wake();
          if (!turns.over()) turns.setMark({ ...turns.mark(), link: own.state().link });
        }
        await turns.end();
      } catch (error) {
        log.error('shared.exchange-lost', { error: error instanceof Error ? error.name : 'not-an-error' });
        turns.stop();
        // An open turn would keep the studio's lock.
        await turns.end().catch(() => undefined);
      }
    } while (isWanted() && !turns.over());
  }
  const isWanted = (): boolean => again !== 'no';

  function start(how: 'if-needed' | 'yes'): Promise<void> {
    if (turns.over()) return Promise.resolve();
    if (again !== 'yes') again = how;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  function lookIn(delayMs: number, how: 'if-needed' | 'yes'): void {
    callOffLook();
    callOffLook = scheduler.after(delayMs, () => void start(how));
  }

  const wake = (): Promise<void> => start('yes');

  return {
    wake,
    changed: () => lookIn(gatherMs, 'if-needed'),
    over: () => turns.over(),
    async stop() {
      turns.stop();
      callOff();
      callOffLook();
      await turns.end().catch(() => undefined);
    },
  };
}
