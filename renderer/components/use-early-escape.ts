import { useLayoutEffect, useState } from 'react';

/**
 * A person may press Escape before the dialog or explanation that has just appeared has the focus. The key
 * then goes to what had the focus before, or to nothing: it closes what appeared all the same.
 */
export function useEarlyEscape(close: () => void): void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isEarly = event.target === before || event.target === document.body;
      if (event.key !== 'Escape' || !isEarly) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [before, close]);
}
