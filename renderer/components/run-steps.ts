import type { Steps } from '../../core/kernel/steps.ts';

/** Watches a task: `onProgress` receives its share from 0 to 1, and `signal` stops it. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** The screen can wait this long for its next frame, in milliseconds. */
const sliceMs = 12;

const nobody: Watch = { signal: new AbortController().signal, onProgress: () => undefined };

/** Runs the steps in short slices, so that the screen still answers. Null if the task was stopped. */
export async function runSteps<T>(steps: Steps<T>): Promise<T>;
export async function runSteps<T>(steps: Steps<T>, watch: Watch): Promise<T | null>;
export async function runSteps<T>(
  steps: Steps<T>,
  { signal, onProgress }: Watch = nobody,
): Promise<T | null> {
  for (;;) {
    const until = performance.now() + sliceMs;
    do {
      const step = steps.next();
      if (step.done === true) return signal.aborted ? null : step.value;
      onProgress(step.value);
    } while (performance.now() < until);
    await new Promise((resume) => {
      setTimeout(resume);
    });
    if (signal.aborted) return null;
  }
}
