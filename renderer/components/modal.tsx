import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { FocusScope } from 'react-aria/FocusScope';
import { hideOthers } from './hide-others.ts';
import { useOverlay } from './use-overlay.ts';

/**
 * A dialog over the screen. Escape or a click beside it closes it, and the focus returns to the element that
 * had it before. react-aria's own dialog also stops the window's scrolling and makes everything else inert:
 * the browser then works out the looks of each element of all screens anew.
 */
export function Modal({
  title,
  onClose,
  large = false,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly large?: boolean;
  readonly children: ReactNode;
}) {
  const overlay = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLElement>(null);
  const titleId = useId();
  const around = useOverlay(onClose);
  useLayoutEffect(() => {
    // A field that wants it has the focus already.
    if (dialog.current?.contains(document.activeElement) === false) dialog.current.focus();
    return overlay.current === null ? undefined : hideOthers(overlay.current);
  }, []);

  return createPortal(
    <div ref={overlay} className="modal-overlay" role="presentation" {...around}>
      <div className={`modal${large ? ' large' : ''}`}>
        <FocusScope contain>
          <section
            ref={dialog}
            className="dialog"
            role="dialog"
            aria-modal="true"
            aria-labelledby={titleId}
            tabIndex={-1}
          >
            <h2 id={titleId}>{title}</h2>
            {children}
          </section>
        </FocusScope>
      </div>
    </div>,
    document.body,
  );
}
