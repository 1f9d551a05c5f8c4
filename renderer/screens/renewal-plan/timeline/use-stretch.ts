import { useCallback, useState, type UIEvent } from 'react';
import type { Stretch } from './timeline-ruler.tsx';

const step = 1200;

const around = (left: number, width: number): Stretch => {
  const from = Math.floor(left / step) * step;
  return { from: from - step, to: from + Math.ceil(width / step) * step + 2 * step };
};

/**
 * The part of a wide content to draw: the visible part and a wide margin on both sides, so that it changes
 * seldom during scrolling.
 */
export function useStretch(): {
  readonly seen: Stretch;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
} {
  const [seen, setSeen] = useState(() => around(0, step));
  const onScroll = useCallback(
    ({ currentTarget: { scrollLeft, clientWidth } }: UIEvent<HTMLElement>): void => {
      const next = around(scrollLeft, clientWidth);
      setSeen((before) => (before.from === next.from && before.to === next.to ? before : next));
    },
    [],
  );
  return { seen, onScroll };
}
