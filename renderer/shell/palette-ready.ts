import { useEffect } from 'react';
import { useDesk } from '../store/desk.ts';
import { whenCalm } from './calm.ts';
import type { LatePart } from './late-part.ts';
import type { paletteEntries } from './palette-entries.ts';

/**
 * Reads what the palette finds while the person pauses, so that the first letter typed there finds all names
 * read. Begins anew when the rows change: only tables that changed are read again.
 */
export function usePaletteReady({ load }: LatePart<typeof paletteEntries>): void {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  useEffect(
    () =>
      whenCalm(async (calm) => {
        // If its file cannot be loaded, the palette says so when it is opened.
        const entries = (await calm()) ? await load().catch(() => undefined) : undefined;
        if (await calm()) entries?.(state, simulated);
      }),
    [load, state, simulated],
  );
}
