import type { ButtonHTMLAttributes } from 'react';
import { Icon } from '../../components/icon.tsx';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { GroupHead } from './renewal-groups.ts';

/** Left closes a group and Right opens it, as in a tree. Returns true if the key is one of these. */
export function foldsByKey(key: string, head: GroupHead, onFold: (head: GroupHead) => void): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  if (head.open === (key === 'ArrowLeft')) onFold(head);
  return true;
}

/**
 * The head of a group: its name, its number of services, and the total of their renewals. Enter or
 * Space opens or closes it.
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
      <small>{text('renewal-plan.services', { count })}</small>
      {gross > 0 && <small className="strong">{money(gross)}</small>}
    </button>
  );
}
