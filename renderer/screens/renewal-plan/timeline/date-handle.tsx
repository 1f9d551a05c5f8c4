import { useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { addDays, addMonths, daysBetween, type Day } from '../../../../core/kernel/day.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { TimeScale } from './time-scale.ts';

const furthestYears = 10;

/**
 * The handle of the common date. It can be dragged. Arrows move it by a day, Shift+arrows by a week, Page
 * keys by a month, Home and End to the first and last day.
 */
export function DateHandle({
  scale,
  day,
  onChange,
  today,
  total,
  offset,
  scroller,
}: {
  readonly scale: TimeScale;
  readonly day: Day;
  readonly onChange: (day: Day) => void;
  readonly today: Day;
  /** The total of that day, in words. */
  readonly total: string;
  /** The left edge of the scale inside the scrolled content, in pixels. */
  readonly offset: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
}) {
  const dragging = useRef(false);
  const latest = addMonths(today, 12 * furthestYears);
  const within = (wanted: Day): Day => (wanted < today ? today : wanted > latest ? latest : wanted);

  function follow(event: PointerEvent): void {
    const box = scroller.current;
    if (!dragging.current || box === null) return;
    onChange(within(scale.dayAt(event.clientX - box.getBoundingClientRect().left + box.scrollLeft - offset)));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.shiftKey ? 7 : 1;
    const moves: Readonly<Record<string, Day>> = {
      ArrowRight: addDays(day, step),
      ArrowUp: addDays(day, step),
      ArrowLeft: addDays(day, -step),
      ArrowDown: addDays(day, -step),
      PageUp: addMonths(day, 1),
      PageDown: addMonths(day, -1),
      Home: today,
      End: scale.dayAt(scale.width - 60),
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onChange(within(to));
  }

  return (
    <div
      className="date-handle"
      role="slider"
      tabIndex={0}
      aria-label={text('renewal-plan.common')}
      aria-valuemin={0}
      aria-valuemax={daysBetween(today, latest)}
      aria-valuenow={daysBetween(today, day)}
      aria-valuetext={`${dayText(day)}. ${total}`}
      style={{ left: scale.x(day) }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={follow}
      onPointerUp={(event) => {
        dragging.current = false;
        event.currentTarget.releasePointerCapture(event.pointerId);
      }}
    >
      {dayText(day)}
    </div>
  );
}
