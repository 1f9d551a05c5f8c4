import type { Steps } from '../../../../core/kernel/steps.ts';

/** How work is watched: told its share from 0 to 1, and given up when `signal` says so. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** As long as the screen can wait for its next picture, in milliseconds. */
const sliceMs = 12;

/** Does the steps in slices, so that the screen stays alive meanwhile; null where it was given up. */
export async function runSteps<T>(steps: Steps<T>, { signal, onProgress }: Watch): Promise<T | null> {
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
