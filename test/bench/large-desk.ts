// A firm and its vendor with 10,000 people and 10,000 services, in real files.
import { join } from 'node:path';
import { openHost, type Host } from '../../core/host/host.ts';
import { finish } from '../../core/kernel/steps.ts';
import { romeDay } from '../../core/kernel/day.ts';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { endFile } from '../../electron/adapters/end-mark.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import {
  systemClock,
  systemDigest,
  systemIds,
  systemRng,
  systemScheduler,
} from '../../electron/adapters/system.ts';
import { sampleDesk, sampleServices } from '../../electron/sample/sample-desk.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import type { SimulatorDocument } from '../../electron/simulator/state/state.ts';
import { openVendor } from '../../electron/vendor-thread/open-vendor.ts';
import { largeStaff, largeVendor } from './large-firm.ts';
import { noDesktop } from '../support/no-desktop.ts';

export const people = 10_000;
export const services = 10_000;
const quiet = { info: () => undefined, error: () => undefined };

/** Built beside the bench, as beside the program. */
const vendorFile = new URL('./vendor-thread.mjs', import.meta.url);

/** The desk without a window, on the files of the folder, with its vendor in a thread of its own. */
export function openDesk(folder: string): Host {
  const kept = new Map<string, string>();
  const store = <T>(name: string) => openDocument<T>(folder, name);
  const vendor = openVendor(
    vendorFile,
    {
      studio: { id: 'esempio', name: 'Esempio', kind: 'sample' },
      place: folder,
      data: folder,
      ends: folder,
      owner: { computer: 'bench', process: '1 1' },
      denied: null,
      limits: 'off',
    },
    { log: quiet, lost: () => undefined },
  );
  const host = finish(
    openHost({
      clock: systemClock,
      scheduler: systemScheduler,
      rng: systemRng,
      ids: systemIds,
      digest: systemDigest,
      log: quiet,
      fetch: async (request) => (await vendor).fetch(request),
      account: null,
      user: 'mbassi',
      secrets: {
        read: (name) => kept.get(name),
        write: (name, value) => void (value === undefined ? kept.delete(name) : kept.set(name, value)),
      },
      desktop: noDesktop,
      stores: {
        workspace: store('workspace'),
        backup: store('workspace-backup'),
        journal: [openLines(join(folder, 'journal-1.changes')), openLines(join(folder, 'journal-2.changes'))],
        end: endFile(join(folder, 'journal.end')),
        replica: store('replica'),
      },
    }),
  );
  return {
    ...host,
    async close(how) {
      await host.close(how);
      await (await vendor).close();
    },
  };
}

interface Size {
  readonly people: number;
  readonly services: number;
  /** The users bought for the first service. */
  readonly seats?: number;
}

/** Makes the firm if there is none yet. Its services arrive with the first sign-in. */
export function makeLargeDesk(folder: string, size: Size = { people, services }): Host {
  const today = romeDay(systemClock.now());
  openDocument<SimulatorDocument>(folder, 'simulator').write(largeVendor(today, size.services, size.seats));
  const host = openDesk(folder);
  host.seed(
    sampleServices(today).filter(({ table }) => table === 'priceLists'),
    (state) => [...sampleDesk(state, sampleAccount.username), ...largeStaff(today, size.people)],
  );
  return host;
}
