import type { ReactNode, Ref } from 'react';
import type { Day } from '../../../core/kernel/day.ts';
import { foldsByKey, GroupButton } from '../../components/group-button.tsx';
import { DrawnRows, useLongList } from '../../components/long-list.tsx';
import { dayText } from '../../text/format.ts';
import { text, type TextId } from '../../text/text.ts';
import { useLookers } from '../shared/row-mark.tsx';
import type { ServiceHead, ServiceLine } from './service-lines.ts';
import { ServiceTableRow } from './service-table-row.tsx';

const columns: readonly TextId[] = [
  'col.service',
  'col.holder',
  'col.state',
  'col.expiry',
  'col.users',
  'col.note',
];
const rowHeight = 53;
const headHeight = 37;
const width = columns.length + 1;
const foldsNothing = (): void => undefined;

/**
 * One row and one action for each service, and a head for each group. `scrolls`: there can be thousands of
 * services, so only the visible rows are drawn. `below` says more of a service under its holder.
 */
export function ServicesTable({
  lines,
  today,
  scrolls = false,
  below,
  onFold = foldsNothing,
  offset = 0,
  onOffset,
}: {
  readonly lines: readonly ServiceLine[];
  readonly today: Day;
  readonly scrolls?: boolean;
  readonly below?: (line: Extract<ServiceLine, { kind: 'row' }>['row']) => string;
  readonly onFold?: (head: ServiceHead) => void;
  /** How far the list is scrolled when it appears, in pixels. */
  readonly offset?: number;
  readonly onOffset?: (offset: number) => void;
}) {
  const lookers = useLookers('service');
  const { scroller, list } = useLongList({
    count: lines.length,
    estimateSize: (index) => (lines[index]?.kind === 'head' ? headHeight : rowHeight),
    getItemKey: (index) => keyOf(lines[index]) ?? index,
    overscan: 4,
    initialOffset: offset,
    enabled: scrolls,
  });
  const rowAt = (index: number): ReactNode => {
    const line = lines[index];
    if (line === undefined) return null;
    return line.kind === 'head' ? (
      <HeadRow
        key={keyOf(line)}
        head={line}
        index={index}
        onFold={onFold}
        ref={list.virtual.measureElement}
      />
    ) : (
      <ServiceTableRow
        key={keyOf(line)}
        row={line.row}
        index={index}
        today={today}
        below={below?.(line.row) ?? ''}
        lookers={lookers.get(line.row.service.id)}
        ref={scrolls ? list.virtual.measureElement : undefined}
      />
    );
  };
  return (
    <div
      className={scrolls ? `grid-scroll ${below === undefined ? 'tall' : ''}` : undefined}
      ref={scroller}
      onScroll={({ currentTarget }) => onOffset?.(currentTarget.scrollTop)}
    >
      <table className="table" aria-rowcount={lines.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((label) => (
              <th key={label}>{text(label)}</th>
            ))}
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        {scrolls ? (
          <DrawnRows list={list} columns={width}>
            {rowAt}
          </DrawnRows>
        ) : (
          <tbody>{lines.map((_, index) => rowAt(index))}</tbody>
        )}
      </table>
    </div>
  );
}

const keyOf = (line: ServiceLine | undefined): string | undefined =>
  line?.kind === 'head' ? `group ${line.key}` : line?.row.service.id;

function HeadRow({
  ref,
  head,
  index,
  onFold,
}: {
  readonly ref: Ref<HTMLTableRowElement>;
  readonly head: ServiceHead;
  readonly index: number;
  readonly onFold: (head: ServiceHead) => void;
}) {
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} className="group">
      <th scope="rowgroup" colSpan={width}>
        <GroupButton
          label={head.label}
          open={head.open}
          onClick={() => onFold(head)}
          onKeyDown={({ key }) => void foldsByKey(key, head, onFold)}
        >
          <small>{text('renewal-plan.services', { count: head.count })}</small>
          <small>{text('renewal-plan.users', { count: head.users })}</small>
          {head.next !== undefined && (
            <small>{text('services.next-expiry', { day: dayText(head.next) })}</small>
          )}
        </GroupButton>
      </th>
    </tr>
  );
}
