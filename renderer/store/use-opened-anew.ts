import { useEffectEvent, useLayoutEffect } from 'react';
import { useUi } from './ui-store.ts';

/**
 * Calls `forget` when the screen is opened, unless the person comes back to it or
 * chose a saved view. A screen that stays in the
 * page keeps what it was told; a search of before would surprise whoever opens it anew.
 */
export function useOpenedAnew(forget: () => void): void {
  const newest = useEffectEvent(forget);
  useLayoutEffect(() => {
    if (useUi.getState().opened === 'anew') newest();
  }, []);
}
