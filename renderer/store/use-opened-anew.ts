import { useEffectEvent, useLayoutEffect } from 'react';
import { useUi } from './ui-store.ts';

/**
 * Calls `forget` when the screen is opened, unless the person comes back to it. A screen that stays in the
 * page keeps what it was told; a search of before would surprise whoever opens it anew. `byView`: a saved
 * view was chosen, which says itself what its list shows.
 */
export function useOpenedAnew(forget: (byView: boolean) => void): void {
  const newest = useEffectEvent(forget);
  useLayoutEffect(() => {
    const { opened } = useUi.getState();
    if (opened !== 'back') newest(opened === 'view');
  }, []);
}
