import type { KeyboardEvent } from 'react';
import { useClickBeside } from './use-click-beside.ts';
import { useEarlyEscape } from './use-early-escape.ts';
import { useFocusBack } from './use-focus-back.ts';

/**
 * For what fills the window around a box above the screen. Escape or a click beside the box calls `close`.
 * Then the focus returns to the element that had it before.
 */
export function useOverlay(close: () => void) {
  const beside = useClickBeside(close);
  useFocusBack();
  useEarlyEscape(close);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  return { ...beside, onKeyDown };
}
