import type { Steps } from '../../core/kernel/steps.ts';

/** Progress is said this often: a hundred times in a whole reading. */
const leastStep = 0.01;

/** Runs the steps of a worker, and posts the share done now and then. */
export function postSteps<T>(
  steps: Steps<T>,
  post: (message: { readonly kind: 'progress'; readonly share: number }) => void,
): T {
  let said = 0;
  // Said at once: the window then knows that the worker has started.
  post({ kind: 'progress', share: 0 });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value - said < leastStep) continue;
    said = step.value;
    post({ kind: 'progress', share: said });
  }
}
