import { useEffect } from 'react';
import { readyInSteps } from '../components/use-steps.ts';
import { useDesk } from '../store/desk.ts';
import { untilIdle, type LatePart } from './late-part.ts';
import type { paletteEntries } from './palette-entries.ts';
import { takeWhenIdle } from './when-idle.ts';

/**
 * Reads what the palette finds while the window has nothing to do, so that the first letter typed there finds
 * all names read. Begins anew when the rows change: only tables that changed are read again.
 */
export function usePaletteReady({ load }: LatePart<typeof paletteEntries>): void {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  useEffect(() => {
    let stop = (): void => undefined;
    let stopped = false;
    void untilIdle().then(async () => {
      // If its file cannot be loaded, the palette says so when it is opened.
      const entries = stopped ? undefined : await load().catch(() => undefined);
      if (entries !== undefined && !stopped) stop = takeWhenIdle(readyAll(entries(state, simulated)));
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [load, state, simulated]);
}

function* readyAll(begins: ReturnType<typeof paletteEntries>): Generator {
  for (const begin of begins) yield* readyInSteps(begin);
}
