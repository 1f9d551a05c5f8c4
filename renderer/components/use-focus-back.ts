import { useEffect, useState } from 'react';

/**
 * When what lies above the screen is gone, the focus returns to where it was before, unless it has gone
 * elsewhere. react-aria's dialog does that too, but too early when it closes by itself, after something was
 * saved: the screen is still inert then, and the focus would be lost.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const now = document.activeElement;
        if ((now === null || now === document.body) && before instanceof HTMLElement)
          before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
