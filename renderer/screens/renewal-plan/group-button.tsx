import type { ButtonHTMLAttributes } from 'react';
import { Icon } from '../../components/icon.tsx';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { GroupHead } from './renewal-groups.ts';

/** Left folds and Right unfolds, as in a tree; true where the key was for that. */
export function foldsByKey(key: string, head: GroupHead, onFold: (head: GroupHead) => void): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  if (head.open === (key === 'ArrowLeft')) onFold(head);
  return true;
}

/**
 * The head of a group: its name, how many services it has, what their renewals come to; Enter or Space folds
 * it.
 */
export function GroupButton({
  head,
  onFold,
  className = '',
  ...rest
}: {
  readonly head: GroupHead;
  readonly onFold: (head: GroupHead) => void;
} & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { label, count, gross, open } = head;
  return (
    <button
      type="button"
      {...rest}
      className={`group-head ${className}`}
      aria-expanded={open}
      onClick={() => onFold(head)}
    >
      <span className="turn" data-open={open}>
        <Icon name="down" size={12} />
      </span>
      <span className="holder">{label}</span>
      <small>{text('renewals.services', { count })}</small>
      {gross > 0 && <small className="strong">{money(gross)}</small>}
    </button>
  );
}
