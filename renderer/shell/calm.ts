import { untilIdle } from './late-part.ts';

/** A person who has pressed nothing for so long is reading, or away. */
const pauseMs = 1500;
const acts = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * Runs work that only prepares: it must not stand in the way of the next key. Before each step it waits for
 * `calm`, which resolves when the person has paused and the window has nothing to do: with false if the work
 * was stopped meanwhile. Returns what stops it.
 */
export function whenCalm(work: (calm: () => Promise<boolean>) => Promise<void>): () => void {
  let stopped = false;
  let last = performance.now();
  const noted = (): void => {
    last = performance.now();
  };
  const left = (): number => last + pauseMs - performance.now();
  for (const act of acts) window.addEventListener(act, noted, { capture: true, passive: true });
  void work(async () => {
    while (!stopped && left() > 0) {
      // oxlint-disable-next-line no-await-in-loop -- Whoever does something meanwhile is waited for again.
      await new Promise((resume) => {
        setTimeout(resume, left());
      });
    }
    if (!stopped) await untilIdle();
    return !stopped;
  });
  return () => {
    stopped = true;
    for (const act of acts) window.removeEventListener(act, noted, { capture: true });
  };
}
