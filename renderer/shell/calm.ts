import { untilIdle } from './late-part.ts';

/** Who has done nothing for so long reads, or is away. */
const pauseMs = 1500;
const acts = ['keydown', 'pointerdown', 'wheel'] as const;

export interface Calm {
  /** Resolves when the person has paused and the window has nothing to do. */
  reached(): Promise<void>;
  stop(): void;
}

/** For work that only prepares: it must not stand in the way of the next key. Watches until it is stopped. */
export function watchCalm(): Calm {
  let last = performance.now();
  const noted = (): void => {
    last = performance.now();
  };
  for (const act of acts) window.addEventListener(act, noted, { capture: true, passive: true });
  return {
    async reached() {
      const left = (): number => last + pauseMs - performance.now();
      while (left() > 0) {
        // oxlint-disable-next-line no-await-in-loop -- Whoever does something meanwhile is waited for again.
        await new Promise((resume) => {
          setTimeout(resume, left());
        });
      }
      await untilIdle();
    },
    stop() {
      for (const act of acts) window.removeEventListener(act, noted, { capture: true });
    },
  };
}
