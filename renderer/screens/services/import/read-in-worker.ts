import type { ServiceRow } from '../../../../core/register/import/read-service-list.ts';
import type { ReadingAnswer, ReadingMessage, ReadingQuestion } from './reading-messages.ts';

/** What came of a reading. `not-started`: no worker could be had. `broken`: it ended without an answer. */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: ReadingAnswer; readonly rows: readonly ServiceRow[] }
  | { readonly kind: 'not-started' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'stopped' };

/**
 * Reads in a worker, whose file the app's own protocol serves. Stopping ends the worker, in the middle of
 * whatever it does.
 */
export function readInWorker(
  question: ReadingQuestion,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<Outcome> {
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    const rows: ServiceRow[] = [];
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
      else if (data.kind === 'rows') for (const row of data.rows) rows.push(row);
      else end({ kind: 'answered', answer: data.answer, rows });
    });
    worker.postMessage(question, {});
  });
}
