import { useEffect, useState } from 'react';

/**
 * When what lies above the screen is gone, the focus returns to where it was before, unless it has gone
 * elsewhere. It returns one frame later, because a screen that has just come back is inert until then and
 * cannot take it. If what had it is gone, it goes to the title of the screen.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (isSomewhere()) return;
        const title = document.getElementById('page-title');
        (isThere(before) ? before : title)?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}

/** Whether it can still be reached: a screen that rests is inert. */
const isThere = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element.closest('[inert]') === null;

const isSomewhere = (): boolean =>
  document.activeElement !== null && document.activeElement !== document.body;
