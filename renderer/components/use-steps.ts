import { useEffect, useState } from 'react';
import type { Steps } from '../../core/kernel/steps.ts';
import { runSteps } from './run-steps.ts';

/**
 * What the steps come to, worked out in slices while the window answers; null until it is known. `isNow` is
 * false while it is worked out anew: the value is then the one before. Another `begin` starts anew: it must
 * be the same function until something changes.
 */
export function useSteps<T>(begin: () => Steps<T>): { readonly value: T | null; readonly isNow: boolean } {
  const [known, setKnown] = useState<{ readonly begin: () => Steps<T>; readonly value: T } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    void runSteps(begin(), { signal, onProgress: () => undefined }).then((value) => {
      if (value !== null && !signal.aborted) setKnown({ begin, value });
    });
    return () => controller.abort();
  }, [begin]);
  return { value: known?.value ?? null, isNow: known?.begin === begin };
}
