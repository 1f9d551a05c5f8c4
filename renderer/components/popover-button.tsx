import { useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Popover } from './popover.tsx';

interface Content {
  readonly align?: 'start' | 'end';
  /** True to set the parts of the content apart. */
  readonly tidy?: boolean;
  readonly title: string;
  readonly renderContent: (close: () => void) => ReactNode;
}

/**
 * A button that opens an explanation beside it. The explanation is made when it is opened: a screen has
 * dozens of these buttons, and a person opens one.
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
  align = 'start',
  tidy = false,
  title,
  renderContent,
}: Content & {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}) {
  const titleId = useId();
  return (
    <Popover className="derivation" button={button} align={align} onClose={onClose}>
      <section
        data-first-focus
        className={tidy ? 'derivation-body stack stack-small' : 'derivation-body'}
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <h2 id={titleId}>{title}</h2>
        {renderContent(onClose)}
      </section>
    </Popover>
  );
}
