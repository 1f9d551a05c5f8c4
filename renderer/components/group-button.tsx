import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** Left closes a group and Right opens it, as in a tree. Returns true if the key is one of these. */
export function foldsByKey<H extends { readonly open: boolean }>(
  key: string,
  head: H,
  onFold: (head: H) => void,
): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  if (head.open === (key === 'ArrowLeft')) onFold(head);
  return true;
}

/** The head of a group: its name, and what its members come to. Enter or Space opens or closes it. */
export function GroupButton({
  label,
  open,
  className = '',
  children,
  ...rest
}: {
  readonly label: string;
  readonly open: boolean;
  readonly children?: ReactNode;
} & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className={`group-head ${className}`} aria-expanded={open}>
      <span className="turn" data-open={open}>
        <Icon name="down" size={12} />
      </span>
      <span className="holder">{label}</span>
      {children}
    </button>
  );
}
