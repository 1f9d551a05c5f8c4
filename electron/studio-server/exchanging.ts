// With which vendors a server process exchanges.
import type { StudioWithVendor } from '../../core/host/server/vendor-exchanges.ts';
import type { Log } from '../../core/ports.ts';
import { systemClock, systemIds, systemScheduler } from '../adapters/system.ts';
import { studiosWithVendor } from './administration.ts';
import type { Statements } from './sql.ts';
import { vendorsFolder } from './vendor-files.ts';
import { openVendors, type Vendors } from './vendors.ts';

export interface Exchanging {
  /** All studios that have a vendor. */
  readonly studios: () => Promise<readonly StudioWithVendor[]>;
  readonly vendors: Vendors;
}

/** `folder`: of a server with a PostgreSQL of its own. Its simulated vendors lie there. Else null. */
export const openExchanging = (
  sql: Pick<Statements, 'query'>,
  folder: string | null,
  log: Log,
  limits: 'on' | 'off' = 'on',
): Exchanging => ({
  studios: () => studiosWithVendor(sql),
  vendors: openVendors({
    folder: folder === null ? null : vendorsFolder(folder),
    limits,
    clock: systemClock,
    scheduler: systemScheduler,
    ids: systemIds,
    log,
  }),
});
