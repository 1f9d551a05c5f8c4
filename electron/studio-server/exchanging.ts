// What a server process needs to exchange with the vendors of its studios.
import type { StudioWithVendor } from '../../core/host/server/vendor-exchanges.ts';
import type { Log } from '../../core/ports.ts';
import { systemClock, systemIds, systemScheduler } from '../adapters/system.ts';
import { studiosWithVendor } from './administration.ts';
import type { Statements } from './sql.ts';
import { openTokenSeal, type TokenSeal } from './token-seal.ts';
import { vendorsFolder } from './vendor-files.ts';
import { openVendors, type Vendors } from './vendors.ts';

export interface Exchanging {
  /** All studios that have a vendor. */
  readonly studios: () => Promise<readonly StudioWithVendor[]>;
  readonly vendors: Vendors;
  readonly seal: TokenSeal;
}

/** `data`: the server's folder. `inside`: it has a PostgreSQL of its own, and simulated vendors too. */
export const openExchanging = (
  sql: Pick<Statements, 'query'>,
  { data, inside }: { readonly data: string; readonly inside: boolean },
  log: Log,
): Exchanging => ({
  studios: () => studiosWithVendor(sql),
  seal: openTokenSeal(data),
  vendors: openVendors({
    folder: inside ? vendorsFolder(data) : null,
    limits: 'on',
    clock: systemClock,
    scheduler: systemScheduler,
    ids: systemIds,
    log,
  }),
});
