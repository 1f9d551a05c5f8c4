import { useRef, useState, type ReactNode } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';

/**
 * A button that opens an explanation beside it. The explanation is made when it is opened, and so is
 * everything of react-aria: a screen has dozens of these buttons, and a person opens one.
 */
export function PopoverButton({
  className,
  label,
  testId,
  placement = 'bottom start',
  tidy = false,
  title,
  renderContent,
  children,
}: {
  readonly className: string;
  /** The button's name. */
  readonly label: string;
  readonly testId?: string | undefined;
  readonly placement?: 'bottom start' | 'bottom end';
  /** True to set the parts of the content apart. */
  readonly tidy?: boolean;
  readonly title: string;
  readonly renderContent: () => ReactNode;
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
      {isOpen && (
        <Popover
          className="popover derivation"
          isOpen
          onOpenChange={setOpen}
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
      )}
    </>
  );
}
