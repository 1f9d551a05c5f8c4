import { useEffect, useEffectEvent } from 'react';

/**
 * Calls `left` when the screen is left: what was open above it is closed. A screen that stays in the page
 * would else show it again.
 */
export function useLeft(left: () => void): void {
  const newest = useEffectEvent(left);
  useEffect(() => () => newest(), []);
}
