import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';

export interface ButtonProps extends Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'autoFocus' | 'tabIndex' | 'type' | 'aria-label' | 'aria-controls' | 'aria-expanded' | 'aria-pressed'
> {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly wide?: boolean;
  /** Ctrl+P presses it: it saves or prints what the screen lists. */
  readonly prints?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

/**
 * A button. A screen has at most one `primary` button: Ctrl+Enter presses it, and it says so. A `quiet` one
 * has no frame. It is the browser's own: a screen has dozens, and each of react-aria's follows presses,
 * hovers and the focus itself, which our styles leave to the browser.
 */
export function Button({
  kind = 'plain',
  wide = false,
  prints = false,
  isDisabled = false,
  onPress,
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      disabled={isDisabled}
      onClick={() => onPress?.()}
      {...(kind === 'primary' && { 'data-primary': true })}
      {...(prints && { 'data-prints': true })}
      className={buttonClass(kind, wide)}
    >
      {children}
      {kind === 'primary' && <kbd aria-hidden="true" data-keys="Ctrl ↵" />}
    </button>
  );
}

const buttonClass = (kind: string, wide: boolean): string => `button ${kind}${wide ? ' wide' : ''}`;

/** A button that asks for files. `onSelect` gets none if the person chooses none. */
export function FileButton({
  kind = 'plain',
  accepts,
  several = false,
  onSelect,
  children,
}: {
  readonly kind?: 'plain' | 'primary';
  /** Media types, or ends of names with their dot. */
  readonly accepts: readonly string[];
  readonly several?: boolean;
  readonly onSelect: (files: readonly File[]) => void;
  readonly children: ReactNode;
}) {
  return (
    <FileTrigger
      allowsMultiple={several}
      acceptedFileTypes={[...accepts]}
      onSelect={(files) => onSelect([...(files ?? [])])}
    >
      <AriaButton {...(kind === 'primary' && { 'data-primary': true })} className={buttonClass(kind, false)}>
        {children}
        {kind === 'primary' && <kbd aria-hidden="true" data-keys="Ctrl ↵" />}
      </AriaButton>
    </FileTrigger>
  );
}
