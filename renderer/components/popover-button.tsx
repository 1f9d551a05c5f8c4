import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { useEarlyEscape } from './use-early-escape.ts';

interface Content {
  readonly placement?: 'bottom start' | 'bottom end';
  /** True to set the parts of the content apart. */
  readonly tidy?: boolean;
  readonly title: string;
  readonly renderContent: () => ReactNode;
}

/**
 * A button that opens an explanation beside it. The explanation is made when it is opened, and so is
 * everything of react-aria: a screen has dozens of these buttons, and a person opens one.
 */
export function PopoverButton({
  className,
  label,
  testId,
  children,
  ...content
}: Content & {
  readonly className: string;
  /** The button's name. */
  readonly label: string;
  readonly testId?: string | undefined;
  readonly children?: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        {...(testId !== undefined && { 'data-testid': testId })}
      >
        {children}
      </button>
      {isOpen && <OpenPopover {...content} button={button} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenPopover({
  button,
  onClose,
  placement = 'bottom start',
  tidy = false,
  title,
  renderContent,
}: Content & {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}) {
  useEarlyEscape(onClose);
  return (
    <Popover
      className="popover derivation"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={button}
      placement={placement}
    >
      <Dialog className={tidy ? 'derivation-body stack stack-small' : 'derivation-body'}>
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {renderContent()}
      </Dialog>
    </Popover>
  );
}
