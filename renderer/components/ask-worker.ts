/** What came of a question. `not-started`: no worker could be had. `broken`: it ended without an answer. */
export type Asked<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'not-started' | 'broken' | 'stopped' };

/**
 * Asks a worker of its own one question. `onMessage` gets each message, of the worker's own type. It returns
 * the answer with the last message, else undefined. Stopping ends the worker at once.
 */
export function askWorker<Answer extends object>(
  make: () => Worker,
  question: unknown,
  signal: AbortSignal,
  onMessage: (message: never) => Answer | undefined,
): Promise<Asked<Answer>> {
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    let started = false;
    const end = (outcome: Asked<Answer>): void => {
      worker?.terminate();
      signal.removeEventListener('abort', stop);
      resolve(outcome);
    };
    const stop = (): void => end({ kind: 'stopped' });
    const failed = (): void => end({ kind: started ? 'broken' : 'not-started' });
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    try {
      worker = make();
    } catch {
      return failed();
    }
    worker.addEventListener('error', failed);
    worker.addEventListener('messageerror', failed);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      started = true;
      const answer = onMessage(data as never);
      if (answer !== undefined) end({ kind: 'answered', answer });
    });
    worker.postMessage(question, {});
  });
}
