import { useEffect, useState } from 'react';

/**
 * When what lies above the screen is gone, the focus returns to where it was before, unless it has gone
 * elsewhere. react-aria's dialog does that too, but too early when it closes by itself, after something was
 * saved: the screen is still inert then, and the focus would be lost. If what had it is gone, it goes to the
 * title of the screen.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (isSomewhere()) return;
        if (before instanceof HTMLElement) before.focus({ preventScroll: true });
        if (!isSomewhere()) document.getElementById('page-title')?.focus({ preventScroll: true });
      });
    },
    [before],
  );
}

const isSomewhere = (): boolean =>
  document.activeElement !== null && document.activeElement !== document.body;
