import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to a heading if the focused control has disappeared with a new `step`. Keyboard users can
 * continue from there. The heading needs `tabIndex={-1}`.
 */
export function useGoOn(step: string | number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [step]);
  return heading;
}
