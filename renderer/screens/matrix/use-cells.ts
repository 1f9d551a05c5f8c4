import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

/** A cell by its place; column 0 names the row. */
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
  /** The marked rectangle: from where Shift began to where the focus is. */
  readonly block: Block;
  readonly isIn: (row: number, column: number) => boolean;
  readonly moveTo: (place: Place, extend?: boolean) => void;
  readonly selectAll: () => void;
  /** Moves for a key; false where the key is not one of movement. */
  readonly onKey: (event: KeyboardEvent, page: number) => boolean;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/**
 * Movement in a grid as in a spreadsheet: arrows, Home and End in the row, with Ctrl in the whole grid, Page
 * keys; with Shift the
 * marked rectangle grows. The focus follows into cells that are only drawn once they are scrolled to.
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

  // With the key itself: the next key finds the cell that this one went to. A cell far away is waited for.
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
