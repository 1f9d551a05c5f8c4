// The vendors that a server process can reach. A studio's simulated vendor is inside the program, in a folder
// of the server's own data, or a server of its own (`npm run backend`) at the studio's address.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StudioWithVendor } from '../../core/host/server/vendor-exchanges.ts';
import type { Clock, Fetch, IdSource, Log, Scheduler } from '../../core/ports.ts';
import { openDocument } from '../adapters/document-store.ts';
import { fetchOver } from '../adapters/fetch-over.ts';
import { takeFolderLock, type Lock } from '../adapters/folder-lock.ts';
import { openLines } from '../adapters/line-file.ts';
import { pause } from '../adapters/system.ts';
import { embeddedBackend } from '../simulator/embedded.ts';
import type { SimulatorDocument } from '../simulator/state/state.ts';

export interface Vendors {
  /** Null if this process cannot reach it. */
  of(studio: StudioWithVendor): Fetch | null;
  /** Another process may open the vendors inside. */
  close(): void;
}

/** `folder`: of the vendors inside. Null if several processes may serve this database: they have none. */
export function openVendors({
  folder,
  limits,
  ...ports
}: {
  readonly folder: string | null;
  readonly limits: 'on' | 'off';
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly ids: IdSource;
  readonly log: Log;
}): Vendors {
  const opened = new Map<string, Fetch>();
  let lock: Lock | null = null;

  /** Two processes over one folder would overwrite each other's lines. */
  function mayOpen(within: string): boolean {
    mkdirSync(within, { recursive: true, mode: 0o700 });
    if (lock?.taken !== true) lock = takeFolderLock(join(within, 'vendors.lock'));
    return lock.taken;
  }

  function inside(within: string, studio: string): Fetch | null {
    const known = opened.get(studio);
    if (known !== undefined) return known;
    if (!mayOpen(within)) return null;
    const place = join(within, studio);
    mkdirSync(place, { recursive: true, mode: 0o700 });
    const { fetch } = embeddedBackend({
      ...ports,
      limits,
      gather: pause,
      store: openDocument<SimulatorDocument>(place, 'simulator'),
      lines: openLines(join(place, 'simulator.changes')),
    });
    opened.set(studio, fetch);
    return fetch;
  }

  return {
    of({ studio, address }) {
      if (address !== null) return fetchOver((url, request) => globalThis.fetch(url, request), address);
      return folder === null ? null : inside(folder, studio);
    },
    close() {
      if (lock?.taken === true) lock.release();
      lock = null;
      opened.clear();
    },
  };
}
