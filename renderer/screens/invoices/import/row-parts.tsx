import type { ServiceId } from '../../../../core/kernel/id.ts';
import type { Registered } from '../../../../core/register/fold.ts';
import { Checkbox } from '../../../components/controls.tsx';
import { Badge } from '../../../components/surfaces.tsx';
import { text } from '../../../text/text.ts';
import type { Remark } from './line-words.ts';
import type { Share } from './ticks.ts';

/** What a row of the review can do, and what it needs to know. */
export interface LineActions {
  readonly share: Share;
  readonly canTick: boolean;
  readonly onTick: () => void;
  readonly onOpen: () => void;
  readonly opened: boolean;
  readonly known: ReadonlyMap<ServiceId, Registered>;
}

export function Tick({
  name,
  share,
  canTick,
  onTick,
}: { readonly name: string } & Pick<LineActions, 'share' | 'canTick' | 'onTick'>) {
  if (!canTick) return null;
  return (
    <Checkbox
      label={text('invoice-import.take', { name })}
      tabStop={false}
      checked={share === 'all'}
      partly={share === 'some'}
      onChange={onTick}
    />
  );
}

export const Remarks = ({ remarks }: { readonly remarks: readonly Remark[] }) => (
  <span className="row row-wrap import-remarks">
    {remarks.map((remark) => (
      <Badge key={remark.text} tone={remark.tone}>
        {remark.text}
      </Badge>
    ))}
  </span>
);
