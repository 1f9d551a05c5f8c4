import type { KeyboardEvent, ReactNode } from 'react';
import type { Day } from '../../../../core/kernel/day.ts';
import { defaultMonthRule } from '../../../../core/renewals/months.ts';
import { useFocusedList } from '../../../components/use-focused-list.ts';
import { go } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { moveCommonDay, useCommonDay, useCommonTotal, type CommonDate } from './common-date.ts';
import { DateHandle } from './date-handle.tsx';
import { foldsByKey } from '../../../components/group-button.tsx';
import { RenewalGroupButton } from '../renewal-group-button.tsx';
import type { GroupHead, RenewalLine } from '../renewal-groups.ts';
import type { RenewalRow } from '../renewal-rows.ts';
import type { TimeScale } from './time-scale.ts';
import { TimelineRow } from './timeline-row.tsx';
import { SessionDays, TimelineGrid, TimelineRuler, type Stretch } from './timeline-ruler.tsx';
import { useStretch } from './use-stretch.ts';

const rowHeight = 34;
export const labelWidth = 220;
/** Below the months: the days of the sessions, and the flag of the common date. */
const laneHeight = 20;
/** A longer list scrolls by itself, and shows whole rows. A shorter one is as long as it is. */
const mostWhole = 24;
const wholeRows = (rulerHeight: number): string =>
  `calc(round(down, max(340px, 100vh - 240px), ${rowHeight}px) + ${rulerHeight}px)`;
/** Wide enough for the sum in a group's head. It covers a part of the bars. */
const headWidth = 460;

/**
 * Every service as a bar to its expiry, with the days on which it can be ordered, the sessions as lines, and
 * the common date with its handle.
 * Arrows move from line to line. Enter opens a service, or opens and closes a group; so do Left and Right.
 * The table shows the same in words.
 */
export function Timeline({
  lines,
  onFold,
  sessions,
  scale,
  today,
  date,
}: {
  readonly lines: readonly RenewalLine[];
  readonly onFold: (head: GroupHead) => void;
  readonly sessions: readonly Day[];
  readonly scale: TimeScale;
  readonly today: Day;
  readonly date: CommonDate | null;
}) {
  const common = useCommonDay(today);
  const total = useCommonTotal(date, today);
  const rule = date?.rule ?? defaultMonthRule;
  const { scroller, list, current, setCurrent, onKeyDown } = useFocusedList({
    count: lines.length,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const { virtual } = list;
  const { seen, onScroll } = useStretch();
  const height = virtual.getTotalSize();
  const rulerHeight = (scale.months.length > 0 ? 48 : 30) + laneHeight;
  return (
    <div
      className="timeline-scroll"
      data-testid="timeline"
      ref={scroller}
      onScroll={onScroll}
      style={lines.length <= mostWhole ? {} : { maxHeight: wholeRows(rulerHeight) }}
    >
      <div
        className="timeline-body"
        style={{ width: labelWidth + scale.width, height: rulerHeight + height }}
      >
        <TimelineRuler scale={scale} seen={seen} labelWidth={labelWidth} height={rulerHeight}>
          <SessionDays scale={scale} sessions={sessions} seen={seen} common={common} />
          <DateHandle
            scale={scale}
            day={common}
            onChange={moveCommonDay}
            today={today}
            total={total}
            offset={labelWidth}
            scroller={scroller}
          />
        </TimelineRuler>
        <TimelineLines
          scale={scale}
          seen={seen}
          sessions={sessions}
          today={today}
          common={common}
          top={rulerHeight}
          height={height}
        />
        <ul
          className="timeline-rows"
          aria-label={text('renewal-plan.timeline')}
          style={{ top: rulerHeight, height }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (line === undefined) return null;
            const roving = {
              'data-index': index,
              tabIndex: index === current ? 0 : -1,
              onFocus: () => setCurrent(index),
              onKeyDown: (event: KeyboardEvent) =>
                line.kind === 'head' && foldsByKey(event.key, line, onFold) ? undefined : onKeyDown(event),
            };
            return (
              <li
                key={line.key}
                data-head={line.kind === 'head' || undefined}
                style={{ top: start, height: rowHeight }}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
              >
                {line.kind === 'head' ? (
                  <RenewalGroupButton
                    head={line}
                    onFold={onFold}
                    className="timeline-head"
                    style={{ width: headWidth }}
                    {...roving}
                  />
                ) : (
                  <ServiceLine row={line.row} roving={roving}>
                    <TimelineRow
                      row={line.row}
                      scale={scale}
                      today={today}
                      common={common}
                      rule={rule}
                      left={labelWidth}
                    />
                  </ServiceLine>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** The vertical lines behind the bars: the ruler's, today, the sessions, the common date. */
function TimelineLines({
  scale,
  seen,
  sessions,
  today,
  common,
  top,
  height,
}: {
  readonly scale: TimeScale;
  readonly seen: Stretch;
  readonly sessions: readonly Day[];
  readonly today: Day;
  readonly common: Day;
  /** The upper edge in pixels, below the ruler. */
  readonly top: number;
  readonly height: number;
}) {
  return (
    <div
      className="timeline-lines"
      style={{ left: labelWidth, top, width: scale.width, height }}
      aria-hidden="true"
    >
      <TimelineGrid scale={scale} seen={seen} />
      <i className="line today" style={{ left: scale.x(today) }} />
      {sessions.map((day) => (
        <i
          key={day}
          className="line session"
          style={{ left: scale.x(day) }}
          title={text('renewal-plan.session-on', { day: dayText(day) })}
        />
      ))}
      <i className="line common" style={{ left: scale.x(common) }} />
    </div>
  );
}

/** The name of a service beside its bar. Enter opens the service. */
function ServiceLine({
  row,
  roving,
  children,
}: {
  readonly row: RenewalRow;
  readonly roving: object;
  readonly children: ReactNode;
}) {
  return (
    <>
      <button
        type="button"
        className="timeline-label"
        style={{ width: labelWidth }}
        {...roving}
        onClick={() => go({ screen: 'service', serviceId: row.service.id })}
      >
        <span className="holder">{row.service.holder}</span>
        <small>
          {row.ordered
            ? text('renewal-plan.state-ordered')
            : text('renewal-plan.users', { count: row.users })}
        </small>
      </button>
      {children}
    </>
  );
}
