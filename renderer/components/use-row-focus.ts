import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/**
 * One tab stop for a long list that draws only its visible rows. Arrows, Home, End and Page keys move it. The
 * focus follows to the element with `data-index` as soon as that is drawn.
 */
export function useRowFocus({
  count,
  list,
  show,
  page,
}: {
  readonly count: number;
  readonly list: RefObject<HTMLElement | null>;
  readonly show: (index: number) => void;
  /** Returns how many rows a Page key passes. Called when the key is pressed. */
  readonly page: () => number;
}): {
  readonly current: number;
  readonly setCurrent: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const [active, setActive] = useState(0);
  const follow = useRef(false);
  const current = Math.min(active, Math.max(0, count - 1));

  // Moves the focus in the same render as the key, not later: the next key must start from the new row.
  useLayoutEffect(() => {
    const row = follow.current ? list.current?.querySelector<HTMLElement>(`[data-index="${current}"]`) : null;
    if (row === null || row === undefined) return;
    follow.current = false;
    row.focus({ preventScroll: true });
  });

  return {
    current,
    setCurrent: setActive,
    onKeyDown(event) {
      if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-index]')) return;
      const moves: Readonly<Record<string, number>> = {
        ArrowDown: current + 1,
        ArrowUp: current - 1,
        Home: 0,
        End: count - 1,
        PageDown: current + page(),
        PageUp: current - page(),
      };
      const to = moves[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(count - 1, to));
      follow.current = true;
      setActive(next);
      show(next);
    },
  };
}
