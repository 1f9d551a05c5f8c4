import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Keeps the focus in a grid when its focused cell is scrolled out of sight and is drawn no more: the grid
 * itself takes it, so that the next key goes on from that cell.
 */
export function useFocusOutOfSight(grid: RefObject<HTMLElement | null>): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
} {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (last.current?.isConnected === false && document.activeElement === document.body)
      grid.current?.focus({ preventScroll: true });
  });
  return {
    onFocus({ target }) {
      last.current = target;
    },
    // React tells of no focus that is lost because it removes the element.
    onBlur() {
      last.current = null;
    },
  };
}
