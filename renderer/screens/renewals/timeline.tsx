import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Day } from '../../../core/kernel/day.ts';
import { defaultMonthRule } from '../../../core/renewals/months.ts';
import { useRowFocus } from '../../components/use-row-focus.ts';
import { go } from '../../store/ui-store.ts';
import { dayText, monthText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { moveCommonDay, useCommonDay, useCommonTotal, type CommonDate } from './common-date.ts';
import { DateHandle } from './date-handle.tsx';
import type { RenewalRow } from './renewal-rows.ts';
import type { TimeScale } from './time-scale.ts';
import { TimelineRow } from './timeline-row.tsx';

const rowHeight = 34;
const labelWidth = 220;
const rulerHeight = 30;

/**
 * Every service as a bar to its expiry, with the window in which to order, the sessions as lines, and the common date that can be
 * moved. Arrows go from service to service, Enter opens one. The table below it says the same in words.
 */
export function Timeline({
  rows,
  sessions,
  scale,
  today,
  date,
}: {
  readonly rows: readonly RenewalRow[];
  readonly sessions: readonly Day[];
  readonly scale: TimeScale;
  readonly today: Day;
  readonly date: CommonDate | null;
}) {
  const common = useCommonDay(today);
  const total = useCommonTotal(date, today);
  const rule = date?.rule ?? defaultMonthRule;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 });
  const height = virtual.getTotalSize();
  const focus = useRowFocus({ count: rows.length, list: scroller, show: (index) => virtual.scrollToIndex(index), page: () => 9 });
  return (
    <div className="timeline-scroll" ref={scroller}>
      <div className="timeline-body" style={{ width: labelWidth + scale.width, height: rulerHeight + height }}>
        <div className="timeline-ruler" style={{ height: rulerHeight }}>
          <div className="timeline-corner" style={{ width: labelWidth }} />
          <div className="timeline-track" style={{ left: labelWidth, width: scale.width }}>
            {scale.ticks.map(({ day, x, first }) => (
              <span key={day} className="tick" data-first={first} style={{ left: x }}>
                {monthText(day, first)}
              </span>
            ))}
            <DateHandle scale={scale} day={common} onChange={moveCommonDay} today={today} total={total} offset={labelWidth} scroller={scroller} />
          </div>
        </div>
        <div className="timeline-lines" style={{ left: labelWidth, top: rulerHeight, width: scale.width, height }} aria-hidden="true">
          {scale.ticks.map(({ day, x }) => (
            <i key={day} className="line" style={{ left: x }} />
          ))}
          <i className="line today" style={{ left: scale.x(today) }} />
          {sessions.map((day) => (
            <i key={day} className="line session" style={{ left: scale.x(day) }} title={text('renewals.session-on', { day: dayText(day) })} />
          ))}
          <i className="line common" style={{ left: scale.x(common) }} />
        </div>
        <ul className="timeline-rows" aria-label={text('renewals.timeline')} style={{ top: rulerHeight, height }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <li key={row.service.id} style={{ top: start, height: rowHeight }} aria-setsize={rows.length} aria-posinset={index + 1}>
                <button
                  type="button"
                  className="timeline-label"
                  style={{ width: labelWidth }}
                  data-index={index}
                  tabIndex={index === focus.current ? 0 : -1}
                  onFocus={() => focus.setCurrent(index)}
                  onKeyDown={focus.onKeyDown}
                  onClick={() => go({ screen: 'service', serviceId: row.service.id })}
                >
                  <span className="holder">{row.service.holder}</span>
                  <small>{row.ordered ? text('renewals.state-ordered') : text('renewals.users', { count: row.users })}</small>
                </button>
                <TimelineRow row={row} scale={scale} today={today} common={common} rule={rule} left={labelWidth} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
