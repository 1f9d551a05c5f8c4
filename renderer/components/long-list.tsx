import {
  defaultRangeExtractor,
  observeElementRect,
  useVirtualizer,
  type Range,
  type Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import { useCallback, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Spacer } from './spacer.tsx';
import { unmeasured } from './unmeasured.ts';

/** A list of which only the rows in sight are drawn, and one that is kept. */
export interface LongList {
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  /** To be called with the row that gets the focus. */
  readonly keep: (index: number) => void;
}

type Options = VirtualizerOptions<HTMLDivElement, Element>;

export interface LongListOptions
  extends
    Pick<Options, 'count' | 'estimateSize'>,
    Partial<Pick<Options, 'enabled' | 'getItemKey' | 'initialOffset' | 'overscan'>> {
  /** The row that stays in the page wherever the list is scrolled to: by default the last with the focus. */
  readonly kept?: number;
}

const keepsNothing = (): void => undefined;

/** The rows in sight and the kept one, in their order. */
function drawn(range: Range, kept: number | null): number[] {
  const inSight = defaultRangeExtractor(range);
  return kept === null || kept >= range.count || inSight.includes(kept)
    ? inSight
    : [...inSight, kept].sort((a, b) => a - b);
}

/** A list of thousands of rows. It keeps one that is out of sight: the focus would be lost with its row. */
export function useLongList({ kept, ...options }: LongListOptions): {
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Its width in pixels; 0 until it is measured. */
  readonly width: number;
  readonly list: LongList;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const [width, setWidth] = useState(0);
  const row = kept ?? focused;
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    ...options,
    getScrollElement: () => scroller.current,
    initialRect: unmeasured(),
    rangeExtractor: useCallback((range: Range) => drawn(range, row), [row]),
    // The list itself renders anew only if other rows are in sight.
    observeElementRect: useCallback<Options['observeElementRect']>(
      (at, tell) =>
        observeElementRect(at, (rect) => {
          tell(rect);
          setWidth(rect.width);
        }),
      [],
    ),
  });
  return { scroller, width, list: { virtual, keep: kept === undefined ? setFocused : keepsNothing } };
}

/** The body of a long table: the rows that are drawn, by their index, and the space of the others. */
export function DrawnRows({
  list: { virtual, keep },
  columns,
  children,
}: {
  readonly list: LongList;
  readonly columns: number;
  readonly children: (index: number) => ReactNode;
}) {
  const rows: ReactNode[] = [];
  let end = 0;
  // Each space has the key of its place. If two spaces shared one, React would move the rows between them,
  // and a row that has the focus would lose it for a moment.
  const space = (place: 'above' | 'between' | 'below', until: number): void => {
    if (until > end) rows.push(<Spacer key={place} height={until - end} columns={columns} />);
  };
  for (const item of virtual.getVirtualItems()) {
    space(rows.length === 0 ? 'above' : 'between', item.start);
    rows.push(children(item.index));
    end = item.end;
  }
  space('below', virtual.getTotalSize());
  return (
    // It hears of the focus in its rows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <tbody
      onFocus={({ target }) => {
        const place = target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
        // The head is the first row.
        if (place !== null && place !== undefined) keep(Number(place) - 2);
      }}
    >
      {rows}
    </tbody>
  );
}
