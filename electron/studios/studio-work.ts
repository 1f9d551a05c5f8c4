import type { StudioWork } from '../../core/bridge/studios.ts';

/** How long work is watched and ended. */
export interface Watched {
  /** Called with the share that is done, from 0 to 1. */
  readonly done: (share: number) => void;
  readonly signal: AbortSignal;
}

export interface StudioWorks {
  /** What is worked at; null if nothing is. */
  now(): StudioWork | null;
  /** Ends what is worked at. Nothing of it stays. */
  stop(): void;
  /** Runs work that can be watched and stopped. Of two at a time the later one is watched. */
  watch<T>(kind: StudioWork['kind'], work: (watched: Watched) => Promise<T>): Promise<T>;
}

/** The long work on the file of a studio: reading one, or packing one. */
export function createStudioWorks(): StudioWorks {
  let current: { readonly kind: StudioWork['kind']; share: number; readonly end: AbortController } | null =
    null;
  return {
    now: () => (current === null ? null : { kind: current.kind, share: current.share }),
    stop: () => current?.end.abort(),
    async watch(kind, work) {
      const own = { kind, share: 0, end: new AbortController() };
      current = own;
      try {
        return await work({ done: (share) => void (own.share = share), signal: own.end.signal });
      } finally {
        if (current === own) current = null;
      }
    },
  };
}
