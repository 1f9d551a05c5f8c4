import { Worker } from 'node:worker_threads';
import type { StudioRefusal } from '../../core/bridge/studios.ts';
import { err, type Result } from '../../core/kernel/result.ts';
import { codeOf } from '../adapters/envelope.ts';
import type { ReadStudio } from './studio-file.ts';
import type { Watched } from './studio-work.ts';

export interface StudioFileWish {
  readonly bytes: Uint8Array;
  /** Null if the person has typed none. */
  readonly passphrase: string | null;
}

/** Reads the bytes of a studio file (see readStudioFile). */
export type ReadStudioBytes = (
  wish: StudioFileWish,
  watched?: Watched,
) => Promise<Result<ReadStudio, StudioRefusal>>;

interface ThreadLimits {
  readonly megabytes: number;
  readonly ms: number;
}

/** The largest studio that may be read takes a third of this. */
const usual: ThreadLimits = { megabytes: 1500, ms: 120_000 };

/**
 * Reads studio files in a thread, whose built file is `reader`. A thread that runs out of memory or time is
 * ended, and the file is refused. So is a file whose reading was stopped.
 */
export const readInThread =
  (reader: URL, { megabytes, ms }: ThreadLimits = usual): ReadStudioBytes =>
  (wish, watched) =>
    new Promise((resolve) => {
      const thread = new Worker(reader, {
        workerData: wish,
        resourceLimits: { maxOldGenerationSizeMb: megabytes },
      });
      const end = (result: Result<ReadStudio, StudioRefusal>): void => {
        clearTimeout(limit);
        resolve(result);
        void thread.terminate();
      };
      const tooLarge = err({ reason: 'studio-file-too-large' } as const);
      const limit = setTimeout(() => end(tooLarge), ms);
      watched?.signal.addEventListener('abort', () => end(err({ reason: 'stopped' })), { once: true });
      // A number is the share that is done.
      thread.on('message', (message: number | Result<ReadStudio, StudioRefusal>) => {
        if (typeof message === 'number') watched?.done(message);
        else end(message);
      });
      thread.once('error', (problem) => {
        const code = codeOf(problem);
        end(code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : err({ reason: 'studio-not-opened', code }));
      });
      // A thread that ends without a message, which is only after an error.
      thread.once('exit', () => end(err({ reason: 'studio-not-opened', code: 'exit' })));
    });
