import { useEffect, useEffectEvent } from 'react';

/**
 * Calls `left` when the screen is left. A screen that stays in the page keeps what it was told; what would
 * surprise when it is opened again, such as a search, is forgotten here.
 */
export function useLeft(left: () => void): void {
  const newest = useEffectEvent(left);
  useEffect(() => () => newest(), []);
}
