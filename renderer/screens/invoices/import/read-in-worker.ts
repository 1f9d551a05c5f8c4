import type { Received } from '../../../../core/received/files/received.ts';
import type { Watch } from '../../people/import/run-steps.ts';
import type { ReadingMessage, ReadingQuestion } from './reading-messages.ts';

/** What came of a reading. `not-started`: no worker could be had. `broken`: it ended without an answer. */
export type Outcome =
  | { readonly kind: 'read'; readonly received: Received }
  | { readonly kind: 'not-started' | 'broken' | 'stopped' };

/** Reads in a worker. Stopping ends it, in the middle of whatever it does. */
export function readInWorker(question: ReadingQuestion, { signal, onProgress }: Watch): Promise<Outcome> {
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    let started = false;
    const end = (outcome: Outcome): void => {
      worker?.terminate();
      signal.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const stop = (): void => end({ kind: 'stopped' });
    const failed = (): void => end({ kind: started ? 'broken' : 'not-started' });
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    try {
      worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
    } catch {
      return failed();
    }
    worker.addEventListener('error', failed);
    worker.addEventListener('messageerror', failed);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingMessage>) => {
      started = true;
      if (data.kind === 'progress') onProgress(data.share);
      else end(data);
    });
    worker.postMessage(question, {});
  });
}
