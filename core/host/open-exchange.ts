import type { AppState, WorkspaceChange, WorkspaceTables } from '../desk/rows/state.ts';
import type { ScreenChange } from '../bridge/contract.ts';
import type { Behind } from './behind.ts';
import type { RecordedBy } from './command-desk.ts';
import type { HostPorts } from './host-ports.ts';
import { noExchange } from './no-exchange.ts';
import { createSharedExchange } from './shared/shared-exchange.ts';
import { createVendorExchange, type VendorExchange } from './vendor-exchange.ts';
import type { Writing } from './writing.ts';

/** The exchange with whatever is behind the desk: the vendor, the server of a shared studio, or nobody. */
export function openExchange({
  ports,
  behind,
  confirmed,
  writing,
  state,
  record,
  publish,
}: {
  readonly ports: HostPorts;
  readonly behind: Behind;
  /** The rows on the disk. */
  readonly confirmed: WorkspaceTables;
  readonly writing: Writing;
  readonly state: () => AppState;
  readonly record: (changes: readonly WorkspaceChange[], by?: RecordedBy) => void;
  readonly publish: (changes: readonly ScreenChange[]) => void;
}): VendorExchange {
  switch (behind.kind) {
    case 'register':
      return noExchange;
    case 'vendor':
      return createVendorExchange({
        ports: { ...ports, fetch: behind.fetch },
        replica: behind.replica,
        state,
        record,
        publish,
      });
    case 'server':
      return createSharedExchange({
        ...ports,
        fetch: behind.fetch,
        studio: behind.studio,
        state,
        confirmed,
        take({ rows, own, waiting }) {
          writing.keep([...rows, ...own]);
          // Nothing of an erased person may stay in older files.
          if (rows.some(({ table }) => table === 'erased')) writing.forget();
          publish(behind.shown.take([...rows, ...own], waiting));
        },
        keep(changes) {
          writing.keep(changes);
          publish(behind.shown.keep(changes));
        },
        changed: () => publish([]),
      });
  }
}
