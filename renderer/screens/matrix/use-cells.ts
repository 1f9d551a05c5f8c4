import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** The position of a cell. Column 0 contains the names of the rows. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Cells {
  readonly at: Place;
  /** The marked rectangle, from the cell where Shift was pressed to the focused cell. */
  readonly block: Block;
  readonly isIn: (row: number, column: number) => boolean;
  readonly moveTo: (place: Place, extend?: boolean) => void;
  readonly selectAll: () => void;
  /** Moves the focus. Returns false if the key does not move it. */
  readonly onKey: (event: KeyboardEvent, page: number) => boolean;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/**
 * Moves the focus as in a spreadsheet: arrows, Home, End and Page keys. With Ctrl, arrows go to the edge of
 * the grid, and Home and End to its corners. With Shift the marked rectangle grows.
 * The focus follows to a cell that is drawn only after the grid has scrolled to it.
 */
export function useCells({
  rows,
  columns,
  grid,
  show,
}: {
  readonly rows: number;
  readonly columns: number;
  readonly grid: RefObject<HTMLElement | null>;
  readonly show: (place: Place) => void;
}): Cells {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const follow = useRef(false);
  const inside = ({ row, column }: Place): Place => ({
    row: clamp(row, Math.max(0, rows - 1)),
    column: clamp(column, columns),
  });
  const at = inside(place);
  const from = inside(anchor);
  const block: Block = {
    top: Math.min(at.row, from.row),
    bottom: Math.max(at.row, from.row),
    left: Math.min(at.column, from.column),
    right: Math.max(at.column, from.column),
  };

  // Moves the focus in the same render as the key: the next key must start from the new cell. A cell that is
  // not drawn yet gets the focus in a later render.
  useLayoutEffect(() => {
    if (!follow.current) return;
    const cell =
      grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:${at.column}"]`) ??
      grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:0"][data-wide]`);
    if (cell === null || cell === undefined) return;
    follow.current = false;
    cell.focus({ preventScroll: true });
  });

  function moveTo(next: Place, extend = false): void {
    const target = inside(next);
    follow.current = true;
    setPlace(target);
    if (!extend) setAnchor(target);
    show(target);
  }

  function onKey(event: KeyboardEvent, page: number): boolean {
    const whole = event.ctrlKey || event.metaKey;
    const { row, column } = at;
    const moves: Readonly<Record<string, Place>> = {
      ArrowDown: { row: whole ? rows - 1 : row + 1, column },
      ArrowUp: { row: whole ? 0 : row - 1, column },
      ArrowRight: { row, column: whole ? columns : column + 1 },
      ArrowLeft: { row, column: whole ? 0 : column - 1 },
      Home: { row: whole ? 0 : row, column: 0 },
      End: { row: whole ? rows - 1 : row, column: columns },
      PageDown: { row: row + page, column },
      PageUp: { row: row - page, column },
    };
    const to = moves[event.key];
    if (to === undefined) return false;
    moveTo(to, event.shiftKey);
    return true;
  }

  return {
    at,
    block,
    isIn: (row, column) =>
      column > 0 && row >= block.top && row <= block.bottom && column >= block.left && column <= block.right,
    moveTo,
    selectAll() {
      setAnchor({ row: 0, column: 1 });
      setPlace({ row: rows - 1, column: columns });
    },
    onKey,
  };
}
