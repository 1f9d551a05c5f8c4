import { useEffect } from 'react';
import { useDesk } from '../store/desk.ts';
import { watchCalm } from './calm.ts';
import type { LatePart } from './late-part.ts';
import type { paletteEntries } from './palette-entries.ts';

/**
 * Reads what the palette finds while the person pauses, so that its first letter need not wait for ten
 * thousand names. Begins anew when the rows change: only tables that changed are read again.
 */
export function usePaletteReady({ load }: LatePart<typeof paletteEntries>): void {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  useEffect(() => {
    let over = false;
    const calm = watchCalm();
    void read();
    return () => {
      over = true;
      calm.stop();
    };

    async function read(): Promise<void> {
      await calm.reached();
      // If its file cannot be loaded, the palette says so when it is opened.
      const entries = over ? undefined : await load().catch(() => undefined);
      if (!over) entries?.(state, simulated);
    }
  }, [load, state, simulated]);
}
