import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLongList, type LongListOptions } from './long-list.tsx';

/**
 * One tab stop for a long list of rows with `data-index`, of which only those in sight are drawn. Arrows,
 * Home, End and Page keys move it. The focus follows to the row as soon as that is drawn, and its row is
 * never taken out of the page.
 */
export function useFocusedList(options: Omit<LongListOptions, 'kept'>): ReturnType<typeof useLongList> & {
  readonly current: number;
  readonly setCurrent: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Scrolls to the current row, so that the person sees what a key does with it. */
  readonly show: () => void;
} {
  const { count, estimateSize } = options;
  const [active, setActive] = useState(0);
  const follow = useRef(false);
  const current = Math.min(active, Math.max(0, count - 1));
  const { list, ...measured } = useLongList({ ...options, kept: current });
  const { scroller } = measured;

  // Moves the focus in the same render as the key, not later: the next key must start from the new row.
  useLayoutEffect(() => {
    const row = follow.current
      ? scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"]`)
      : null;
    if (row === null || row === undefined) return;
    follow.current = false;
    row.focus({ preventScroll: true });
  });

  /** How many rows a Page key passes. */
  function page(): number {
    const height = estimateSize(current);
    return Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-index]')) return;
    const moves: Readonly<Record<string, () => number>> = {
      ArrowDown: () => current + 1,
      ArrowUp: () => current - 1,
      Home: () => 0,
      End: () => count - 1,
      PageDown: () => current + page(),
      PageUp: () => current - page(),
    };
    const to = moves[event.key]?.();
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(count - 1, to));
    follow.current = true;
    setActive(next);
    list.virtual.scrollToIndex(next);
  }

  return {
    ...measured,
    list,
    current,
    setCurrent: setActive,
    onKeyDown,
    show: () => list.virtual.scrollToIndex(current),
  };
}
