import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { FocusScope } from 'react-aria/FocusScope';
import { hideOthers } from './hide-others.ts';
import { useLeft } from './use-left.ts';
import { useOverlay } from './use-overlay.ts';

/** Pixels between the button and what it opens, and between that and the edges of the window. */
const [gap, edge] = [8, 12];

/** Below the button, or above it where there is more room and it needs that. */
function place(popover: HTMLElement, button: Element, align: 'start' | 'end'): void {
  const at = button.getBoundingClientRect();
  const [above, below] = [at.top - gap - edge, innerHeight - at.bottom - gap - edge];
  const isAbove = popover.scrollHeight > below && above > below;
  const { style } = popover;
  style.minWidth = `${at.width}px`;
  style.maxHeight = `${isAbove ? above : below}px`;
  style.top = isAbove ? 'auto' : `${at.bottom + gap}px`;
  style.bottom = isAbove ? `${innerHeight - at.top + gap}px` : 'auto';
  const width = popover.offsetWidth;
  const left = align === 'start' ? at.left : at.right - width;
  style.left = `${Math.max(edge, Math.min(left, innerWidth - edge - width))}px`;
}

/**
 * What a button opens beside it. Escape or a click beside it closes it, and the focus returns to the button.
 * `data-first-focus` marks what gets the focus first; of several the last one. react-aria's own popover stops
 * the window's scrolling, makes everything else inert and then measures: the browser lays out all screens
 * anew, and it is opened a hundred times a day.
 */
export function Popover({
  button,
  className = '',
  align = 'start',
  onClose,
  children,
}: {
  readonly button: RefObject<HTMLElement | null>;
  readonly className?: string;
  readonly align?: 'start' | 'end';
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const overlay = useRef<HTMLDivElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const closing = useOverlay(onClose);
  // Ctrl and a digit leave the screen with the list open: who comes back finds it closed.
  useLeft(onClose);
  useLayoutEffect(() => {
    const [around, box, opener] = [overlay.current, popover.current, button.current];
    if (around === null || box === null || opener === null) return undefined;
    const placeIt = (): void => place(box, opener, align);
    placeIt();
    // A list has its entries a moment later, and a search in it makes it shorter.
    const watch = new ResizeObserver(placeIt);
    watch.observe(box);
    window.addEventListener('resize', placeIt);
    const showOthers = hideOthers(around);
    // Not before: a dialog around the button takes the focus back from what is not yet known to be above it.
    [...box.querySelectorAll<HTMLElement>('[data-first-focus]')].at(-1)?.focus({ preventScroll: true });
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', placeIt);
      showOthers();
    };
  }, [button, align]);

  return createPortal(
    <div ref={overlay} className="popover-overlay" role="presentation" {...closing}>
      <div ref={popover} className={`popover ${className}`}>
        <FocusScope contain>{children}</FocusScope>
      </div>
    </div>,
    document.body,
  );
}
