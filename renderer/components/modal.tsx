import type { ReactNode } from 'react';
import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from 'react-aria-components';
import { useEarlyEscape } from './use-early-escape.ts';
import { useFocusBack } from './use-focus-back.ts';

/** A dialog over the screen. Escape closes it, and the focus returns to the element that had it before. */
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
  useFocusBack();
  useEarlyEscape(onClose);
  return (
    <ModalOverlay className="modal-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <AriaModal className={`modal${large ? ' large' : ''}`}>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
