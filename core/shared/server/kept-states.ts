import type { StudioState } from './studio-state.ts';

/** So many rows stay in the memory of one process, and always those of the studio that was asked last. */
const mostRowsInMemory = 60_000;

/** The studios that were asked last. One that is dropped is read from the database when it is needed. */
export interface KeptStates {
  /** Takes it out. */
  take(studio: string): StudioState | undefined;
  keep(studio: string, state: StudioState): void;
}

export function createKeptStates(most: number = mostRowsInMemory): KeptStates {
  // Oldest first.
  const states = new Map<string, StudioState>();
  let rows = 0;

  function take(studio: string): StudioState | undefined {
    const state = states.get(studio);
    if (state === undefined) return undefined;
    states.delete(studio);
    rows -= counted.get(studio) ?? 0;
    counted.delete(studio);
    return state;
  }
  const counted = new Map<string, number>();

  return {
    take,
    keep(studio, state) {
      take(studio);
      states.set(studio, state);
      counted.set(studio, state.rows());
      rows += state.rows();
      for (const oldest of states.keys()) {
        if (rows <= most || oldest === studio) break;
        take(oldest);
      }
    },
  };
}
