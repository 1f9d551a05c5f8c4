import type { HttpRequest, Log } from '../../core/ports.ts';
import { codeOf, type Disk } from '../adapters/disk.ts';
import { pause, systemClock, systemIds, systemScheduler } from '../adapters/system.ts';
import { talkOver, type Port } from '../desk-thread/talk.ts';
import { threadFolder, type OfFolder } from '../desk-thread/thread-folder.ts';
import { embeddedBackend, type Answer } from '../simulator/embedded.ts';
import type { StartNotice } from '../simulator/open-backend.ts';
import type { SimulatorDocument } from '../simulator/state/state.ts';

/** What the vendor's thread is started with. */
export interface VendorData extends OfFolder {
  readonly limits: 'on' | 'off';
}

/** How opening ended. Errors lose what they are on their way between threads. */
export type VendorOpened =
  | { readonly kind: 'open'; readonly notice: StartNotice | null }
  | { readonly kind: 'failed'; readonly code: string };

/** Runs the vendor of a sample at one end of a port, whose other end is openVendor. */
export function runVendor(data: VendorData, port: Port, disk: Disk): void {
  let answer: Answer = () => Promise.reject(new Error('vendor-not-open'));
  const talk = talkOver(port, {
    answers: {
      open(): VendorOpened {
        try {
          const { store, lines } = threadFolder(data, disk, () => talk.tell('lost', null));
          const vendor = embeddedBackend({
            store: store<SimulatorDocument>('simulator'),
            lines: lines('simulator'),
            clock: systemClock,
            scheduler: systemScheduler,
            ids: systemIds,
            log,
            limits: data.limits,
            gather: pause,
          });
          answer = vendor.answer;
          return { kind: 'open', notice: vendor.notice };
        } catch (error) {
          return { kind: 'failed', code: codeOf(error) };
        }
      },
      answer: (request: HttpRequest) => answer(request),
      // What came before it was answered, or waits for a delay that somebody has set.
      close: () => undefined,
    },
    hears: {},
  });
  const log: Log = {
    info: (event, about) => talk.tell('log', ['info', event, about]),
    error: (event, about) => talk.tell('log', ['error', event, about]),
  };
}
