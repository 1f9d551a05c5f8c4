// The exchanges of one server process: it takes the leases of studios with a vendor that nobody holds, keeps
// them while it runs, and gives them back in the end.
import type { Clock, Fetch, IdSource, Log, Rng, Scheduler } from '../../ports.ts';
import { leaseMs, type Hold } from '../../shared/server/lease.ts';
import type { VendorDatabase } from '../../shared/vendor-database.ts';
import { everyWhile } from '../every-while.ts';
import { createStudioExchange, type StudioExchange } from './studio-exchange.ts';

/** A studio that exchanges with a vendor. Null: the vendor is inside a server's program. */
export interface StudioWithVendor {
  readonly studio: string;
  readonly address: string | null;
}

export interface VendorExchangesPorts {
  readonly database: VendorDatabase;
  readonly studios: () => Promise<readonly StudioWithVendor[]>;
  /** Asks the vendor of a studio. Null if this process cannot reach it: another one must take the lease. */
  readonly vendorOf: (studio: StudioWithVendor) => Fetch | null;
  /** The name of this process, unlike that of any other one. */
  readonly holder: string;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  readonly ids: IdSource;
  readonly log: Log;
}

export interface VendorExchanges {
  /** The studio may have changed. */
  changed(studio: string): void;
  /** Exchanges now, if this process holds the lease of the studio. */
  wake(studio: string): void;
  /** Gives everything back. Nothing is sent from now on. */
  stop(): Promise<void>;
}

const tickMs = leaseMs / 6;

export function createVendorExchanges(ports: VendorExchangesPorts): VendorExchanges {
  const { database, studios, vendorOf, holder, scheduler, log } = ports;
  const held = new Map<string, { readonly hold: Hold; readonly exchange: StudioExchange }>();
  let stopped = false;
  let ticking: Promise<void> | null = null;

  async function drop(studio: string): Promise<void> {
    const own = held.get(studio);
    held.delete(studio);
    await own?.exchange.stop();
  }

  async function takeOrRenew(wanted: StudioWithVendor): Promise<void> {
    const { studio } = wanted;
    const own = held.get(studio);
    if (own !== undefined && !own.exchange.over() && (await database.renew(studio, own.hold))) return;
    await drop(studio);
    const vendor = vendorOf(wanted);
    const hold = vendor === null || stopped ? undefined : await database.take(studio, holder);
    if (vendor === null || hold === undefined) return;
    log.info('shared.lease-taken');
    const exchange = createStudioExchange({ ...ports, studio, hold, vendor });
    held.set(studio, { hold, exchange });
    void exchange.wake();
  }

  async function tick(): Promise<void> {
    try {
      const all = await studios();
      const there = new Set(all.map(({ studio }) => studio));
      for (const studio of held.keys()) if (!there.has(studio)) await drop(studio);
      for (const studio of all) if (!stopped) await takeOrRenew(studio);
    } catch (error) {
      // The database is away. What is held stays held until it says otherwise.
      log.error('shared.leases-not-kept', { error: error instanceof Error ? error.name : 'not-an-error' });
    }
  }

  function tickOnce(): Promise<void> {
    ticking ??= tick().finally(() => {
      ticking = null;
    });
    return ticking;
  }

  const callOff = everyWhile(scheduler, tickMs, () => void tickOnce());
  void tickOnce();

  return {
    changed: (studio) => held.get(studio)?.exchange.changed(),
    wake: (studio) => void held.get(studio)?.exchange.wake(),
    async stop() {
      stopped = true;
      callOff();
      await ticking;
      for (const [studio, { hold, exchange }] of held) {
        await exchange.stop();
        try {
          await database.giveBack(studio, hold);
        } catch {
          // It ends by itself.
          log.error('shared.lease-not-given-back');
        }
      }
      held.clear();
    },
  };
}
