import type { ButtonHTMLAttributes } from 'react';
import { GroupButton } from '../../components/group-button.tsx';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { GroupHead } from './renewal-groups.ts';

/** The head of a group of renewals: its name, its number of services, and the total of their renewals. */
export function RenewalGroupButton({
  head,
  onFold,
  ...rest
}: {
  readonly head: GroupHead;
  readonly onFold: (head: GroupHead) => void;
} & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { label, count, gross, open } = head;
  return (
    <GroupButton {...rest} label={label} open={open} onClick={() => onFold(head)}>
      <small>{text('renewal-plan.services', { count })}</small>
      {gross > 0 && <small className="strong">{money(gross)}</small>}
    </GroupButton>
  );
}
