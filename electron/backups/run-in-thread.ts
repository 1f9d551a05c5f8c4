import { Worker } from 'node:worker_threads';
import { err } from '../../core/kernel/result.ts';
import { codeOf } from '../adapters/envelope.ts';
import type { Watched } from '../studios/studio-work.ts';
import type { RunTask, TaskAnswer, TaskName } from './backup-tasks.ts';

/** A disk that does not answer within this time is not connected well enough. */
const longestMs = 600_000;
/** The largest studio takes a third of this. */
const megabytes = 1500;

/**
 * Carries out tasks in a thread, whose built file is `worker`, one after the other: two of them never touch
 * the same files.
 */
export function runInThread(worker: URL): RunTask {
  let busy: Promise<unknown> = Promise.resolve();
  return (name, input, watched) => {
    const answer = busy.then(() => oneTask(worker, name, input, watched));
    busy = answer;
    return answer as Promise<never>;
  };
}

const oneTask = (
  worker: URL,
  name: TaskName,
  input: unknown,
  watched: Watched | undefined,
): Promise<TaskAnswer<TaskName>> =>
  new Promise((resolve) => {
    if (watched?.signal.aborted === true) return resolve(err({ code: 'stopped' }));
    const thread = new Worker(worker, {
      workerData: { name, input },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const end = (answer: TaskAnswer<TaskName>): void => {
      clearTimeout(limit);
      resolve(answer);
      void thread.terminate();
    };
    const limit = setTimeout(() => end(err({ code: 'too-slow' })), longestMs);
    watched?.signal.addEventListener('abort', () => end(err({ code: 'stopped' })), { once: true });
    // A number is the share that is done.
    thread.on('message', (message: number | TaskAnswer<TaskName>) => {
      if (typeof message === 'number') watched?.done(message);
      else end(message);
    });
    thread.once('error', (problem) => end(err({ code: codeOf(problem) })));
    // A thread that ends without a message, which is only after an error.
    thread.once('exit', () => end(err({ code: 'exit' })));
  });
