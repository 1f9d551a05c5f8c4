import { useEffect, useRef, type RefObject } from 'react';

/**
 * The heading on which the keyboard goes on where, at this step, the control that had the focus is gone; it
 * needs `tabIndex={-1}`.
 */
export function useGoOn(step: string | number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [step]);
  return heading;
}
