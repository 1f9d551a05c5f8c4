import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useClickBeside } from '../components/use-click-beside.ts';
import { useFocusBack } from '../components/use-focus-back.ts';

/**
 * Something above the screen with a single field, which takes the focus by itself. Escape, a click beside it
 * and a focus that goes elsewhere close it; the focus returns to where it was. react-aria's dialog also
 * measures the window, stops its scrolling and hides all other elements one by one: each has the browser lay
 * out the screen once more, and a palette is opened a hundred times a day.
 */
export function Above({
  label,
  onClose,
  children,
}: {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const beside = useClickBeside(onClose);
  useFocusBack();
  useLayoutEffect(() => {
    box.current?.querySelector('input')?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  }

  return createPortal(
    <div
      className="modal-overlay top"
      role="presentation"
      {...beside}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) onClose();
      }}
    >
      <div className="modal">
        <div ref={box} className="palette" role="dialog" aria-modal="true" aria-label={label}>
          {children}
        </div>
      </div>
    </div>,
    document.body,
  );
}
