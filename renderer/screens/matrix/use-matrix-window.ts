import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useLayoutEffect, type RefObject } from 'react';
import { useWidth } from '../../components/use-width.ts';
import { columnWidthIn, nameWidth, type DrawnColumns } from './matrix-head.tsx';
import { useCells, type Cells } from './use-cells.ts';

const rowHeight = 32;
const headHeight = 76;

interface MatrixWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly cells: Cells;
  readonly columns: DrawnColumns;
  /** The drawn rows. */
  readonly lines: readonly VirtualItem[];
  /** The heights of the rows above and below the drawn ones, in pixels. */
  readonly above: number;
  readonly below: number;
  /** The width of the whole table, in pixels. */
  readonly width: number;
  /** Returns how many rows a Page key passes. */
  readonly page: () => number;
}

/** The visible part of the matrix, and the focus in it. The drawn cells follow the scrolling. */
export function useMatrixWindow(rows: number, services: number): MatrixWindow {
  const { ref: scroller, width } = useWidth();
  const columnWidth = columnWidthIn(width, services);
  const down = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: services,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 2,
    paddingStart: nameWidth,
    scrollPaddingStart: nameWidth,
  });
  useLayoutEffect(() => across.measure(), [across, columnWidth]);
  const cells = useCells({
    rows,
    columns: services,
    grid: scroller,
    show({ row, column }) {
      down.scrollToIndex(row);
      if (column > 0) across.scrollToIndex(column - 1);
      else across.scrollToOffset(0);
    },
  });

  const seen = across.getVirtualItems();
  const lines = down.getVirtualItems();
  const columns = {
    items: seen,
    before: (seen[0]?.start ?? nameWidth) - nameWidth,
    after: across.getTotalSize() - (seen.at(-1)?.end ?? nameWidth),
    width: columnWidth,
  };
  const above = (lines[0]?.start ?? headHeight) - headHeight;
  const below = down.getTotalSize() - (lines.at(-1)?.end ?? headHeight);
  return {
    scroller,
    cells,
    columns,
    lines,
    above,
    below,
    width: across.getTotalSize(),
    page: () =>
      Math.max(1, Math.floor(((scroller.current?.clientHeight ?? rowHeight) - headHeight) / rowHeight) - 1),
  };
}
