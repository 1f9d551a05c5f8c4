/** So long does the next key wait at most, and a step longer. */
const atOnceMs = 8;

/**
 * Takes the steps of work that only prepares, as many as fit into the time in which the window has nothing to
 * do. A step should take a few milliseconds at most: the next key waits for it. Returns what stops it.
 */
export function takeWhenIdle(steps: Iterator<unknown>): () => void {
  const take = (idle: IdleDeadline): void => {
    const end = performance.now() + atOnceMs;
    do if (steps.next().done === true) return;
    while (idle.timeRemaining() > 5 && performance.now() < end);
    asked = requestIdleCallback(take);
  };
  let asked = requestIdleCallback(take);
  return () => cancelIdleCallback(asked);
}
