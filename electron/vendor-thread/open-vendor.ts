// The desk's side of the vendor's thread.
import { Worker } from 'node:worker_threads';
import type { Fetch, HttpAnswer, Log } from '../../core/ports.ts';
import { withCode } from '../adapters/disk.ts';
import { systemScheduler } from '../adapters/system.ts';
import { talkOver } from '../desk-thread/talk.ts';
import { fetchFrom } from '../simulator/embedded.ts';
import type { StartNotice } from '../simulator/open-backend.ts';
import type { VendorData, VendorOpened } from './run-vendor.ts';

/** The vendor of a sample, inside the program. */
export interface VendorInside {
  readonly fetch: Fetch;
  readonly notice: StartNotice | null;
  /** Resolves when it has stopped. Whatever it has answered is on the disk. */
  close(): Promise<void>;
}

/** What the vendor's thread tells the desk. */
interface VendorWorld {
  readonly log: Log;
  /** Another program has the data folder. */
  readonly lost: () => void;
}

/**
 * Opens the vendor of a sample in a thread, whose built file is `file`. Rejects with the code of the disk if
 * it cannot be opened. If its thread ends by itself, the vendor cannot be reached any more.
 */
export async function openVendor(
  file: URL,
  data: VendorData,
  { log, lost }: VendorWorld,
): Promise<VendorInside> {
  const thread = new Worker(file, { workerData: data });
  let over = false;
  const talk = talkOver(thread, {
    answers: {},
    hears: {
      lost,
      log: ([level, event, about]: readonly ['info' | 'error', string, Parameters<Log['info']>[1]]) =>
        log[level](event, about),
    },
  });
  /** `error`: the name of what broke it. */
  function ended(code: string, error: string): void {
    if (over) return;
    over = true;
    log.error('vendor.thread-ended', { code, error });
    // Nobody knows whether what it was asked last is on the disk.
    talk.end(withCode(code));
  }
  thread.once('error', (error) =>
    ended('vendor-thread-failed', error instanceof Error ? error.name : 'unknown'),
  );
  thread.once('exit', () => ended('vendor-thread-ended', 'none'));

  async function close(): Promise<void> {
    if (!over) await talk.ask('close', null);
    over = true;
    await thread.terminate();
  }

  const opened = (await talk.ask('open', null)) as VendorOpened;
  if (opened.kind === 'failed') {
    await close();
    throw withCode(opened.code);
  }
  const fetch = fetchFrom(
    (request) => talk.ask('answer', request) as Promise<HttpAnswer | undefined>,
    systemScheduler,
  );
  return {
    fetch: async (request) => (over ? { kind: 'unreachable' } : fetch(request)),
    notice: opened.notice,
    close,
  };
}
