import { Button } from '../../../components/buttons.tsx';
import { Checkbox } from '../../../components/controls.tsx';
import { Icon } from '../../../components/icon.tsx';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { isQuiet, type GroupName, type Line } from './lines.ts';
import type { Share } from './ticks.ts';

const tones: Readonly<Record<GroupName, string>> = {
  changed: 'soon',
  fresh: 'ok',
  rejected: 'late',
  same: 'plain',
  absent: 'plain',
};

/** What the cells of a line may do. */
export interface LineActions {
  readonly share: Share;
  readonly onTick: () => void;
  readonly onOpen: () => void;
  readonly opened: boolean;
  /** The name of a rejected row, as far as it can be read. */
  readonly faultName: (row: number) => string;
  readonly onHandBack: (() => void) | null;
}

/** The cells of a line that begins a group: its tick, its name and how many rows it has. */
export function GroupCells({
  line: { group, count },
  share,
  onTick,
  onOpen,
  opened,
  onHandBack,
}: { readonly line: Extract<Line, { kind: 'group' }> } & LineActions) {
  const title = text(`service-import.${group}`);
  const counted =
    group === 'rejected'
      ? text('service-import.rejected-hint', { count: countText(count) })
      : group === 'absent'
        ? text('service-import.stay', { count: countText(count) })
        : countText(count);
  return (
    <>
      <td>
        {(group === 'changed' || group === 'fresh') && (
          <Checkbox
            label={text('service-import.group-rows', { group: title })}
            tabStop={false}
            checked={share === 'all'}
            partly={share === 'some'}
            onChange={onTick}
          />
        )}
      </td>
      <th
        scope="rowgroup"
        colSpan={onHandBack === null ? 5 : 3}
        className="import-group"
        data-tone={tones[group]}
      >
        {isQuiet(group) ? (
          <button type="button" className="import-fold" tabIndex={-1} aria-expanded={opened} onClick={onOpen}>
            {title} <span className="muted">{counted}</span>
            <Icon name="down" size={12} />
          </button>
        ) : (
          <>
            {title} <span className="muted">{counted}</span>
          </>
        )}
      </th>
      {onHandBack !== null && (
        <td className="actions" colSpan={2}>
          <Button onPress={onHandBack}>{text('service-import.hand-back')}</Button>
        </td>
      )}
    </>
  );
}
