import type { ReactNode } from 'react';
import type { Day } from '../../../../core/kernel/day.ts';
import { fullMonth, monthText, shortWeekday, weekdayLetter } from '../../../text/format.ts';
import type { TimeScale } from './time-scale.ts';

/** A part of the timeline in pixels. Of thousands of days only those in this part are drawn. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const within = <T extends { readonly x: number; readonly width?: number }>(
  list: readonly T[],
  { from, to }: Stretch,
): readonly T[] => list.filter(({ x, width = 0 }) => x + width >= from && x <= to);

function tickText({ zoom }: TimeScale, day: Day, strong: boolean): ReactNode {
  if (zoom === 'months' || zoom === 'years') return monthText(day, strong);
  if (zoom === 'weeks') return String(Number(day.slice(8)));
  return (
    <>
      <small>{weekdayLetter(day)}</small>
      {Number(day.slice(8))}
    </>
  );
}

/**
 * The names of the days, weeks or months. Above days and weeks there are also the names of their months. The
 * column of services stands to the left.
 */
export function TimelineRuler({
  scale,
  seen,
  labelWidth,
  height,
  children,
}: {
  readonly scale: TimeScale;
  readonly seen: Stretch;
  readonly labelWidth: number;
  readonly height: number;
  readonly children: ReactNode;
}) {
  const rest = new Set(within(scale.rest, seen).map(({ day }) => day));
  return (
    <div className="timeline-ruler" data-zoom={scale.zoom} style={{ height }}>
      <div className="timeline-corner" style={{ width: labelWidth }} />
      <div className="timeline-track" style={{ left: labelWidth, width: scale.width }}>
        {within(scale.months, seen).map(({ month, x, width }) => (
          <span key={month} className="tick-month" data-testid="tick-month" style={{ left: x, width }}>
            <span style={{ left: labelWidth + 6 }}>{fullMonth(month)}</span>
          </span>
        ))}
        {within(scale.ticks, seen).map(({ day, x, strong }) => (
          <span
            key={day}
            className="tick"
            data-testid="tick"
            data-day={day}
            data-first={strong}
            data-rest={rest.has(day) || undefined}
            style={{ left: x }}
          >
            {tickText(scale, day, strong)}
          </span>
        ))}
        {children}
      </div>
    </div>
  );
}

/** The room that a day takes in the lane below the months, in pixels. */
const dayRoom = 78;
/** A label this far from its line still belongs to it for the eye. */
const mostAside = 44;

/**
 * The days that have room, with the middle of their labels: apart from each other and from the flag at
 * `flag`. A label moves aside if that gives it room.
 */
export function apart(
  sessions: readonly Day[],
  { x: xOf }: Pick<TimeScale, 'x'>,
  flag: number,
): readonly { readonly day: Day; readonly x: number }[] {
  const shown: { readonly day: Day; readonly x: number }[] = [];
  for (const day of sessions) {
    const line = xOf(day);
    const free = (shown.at(-1)?.x ?? -dayRoom) + dayRoom;
    const x = [Math.max(line, free), flag - dayRoom, flag + dayRoom]
      .filter((at) => at >= free && Math.abs(at - flag) >= dayRoom && Math.abs(at - line) <= mostAside)
      .toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line))[0];
    if (x !== undefined) shown.push({ day, x });
  }
  return shown;
}

/** The days of the sessions. A day without room beside the one before and the flag has no label. */
export function SessionDays({
  scale,
  sessions,
  seen,
  common,
}: {
  readonly scale: TimeScale;
  readonly sessions: readonly Day[];
  readonly seen: Stretch;
  readonly common: Day;
}) {
  return (
    <div aria-hidden="true">
      {within(apart(sessions, scale, scale.x(common)), seen).map(({ day, x }) => (
        <span key={day} className="session-day" data-testid="session-day" style={{ left: x }}>
          {shortWeekday(day)}
        </span>
      ))}
    </div>
  );
}

/** The lines of the ruler behind the bars. Days on which no bank works are shaded. */
export function TimelineGrid({ scale, seen }: { readonly scale: TimeScale; readonly seen: Stretch }) {
  // Lines for single days would be too dense, so that zoom has lines for months only. The
  // shading shows the weekends.
  const lines = scale.zoom === 'days' ? scale.months : scale.ticks;
  return (
    <>
      {within(scale.rest, seen).map(({ day, x, width }) => (
        <i key={day} className="rest" style={{ left: x, width }} />
      ))}
      {within<{ readonly x: number }>(lines, seen).map(({ x }) => (
        <i key={x} className="line" style={{ left: x }} />
      ))}
    </>
  );
}
