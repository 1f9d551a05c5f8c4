import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Service } from '../../../core/services/service.ts';
import { Spacer } from '../../components/spacer.tsx';
import { useSeatDraft } from '../../store/seat-draft.ts';
import { text } from '../../text/text.ts';
import type { Boards, MatrixRow } from './matrix-data.ts';
import { MatrixHead } from './matrix-head.tsx';
import { DepartmentRow, PersonRow } from './matrix-rows.tsx';
import type { Block, Cells } from './use-cells.ts';
import { useFocusOutOfSight } from './use-focus-out-of-sight.ts';
import { useMatrixWindow } from './use-matrix-window.ts';

/**
 * A table of people and services. There can be thousands of each, so only the visible cells are drawn.
 * Arrows move from cell to cell and Shift marks a rectangle. Space gives or takes back the marked seats.
 * Enter opens the person. Ctrl+A marks everything shown.
 */
export function MatrixGrid({
  rows,
  services,
  boards,
  sortedBy,
  onSort,
  onToggle,
  onOpen,
  onGroup,
}: {
  readonly rows: readonly MatrixRow[];
  readonly services: readonly Service[];
  readonly boards: Boards;
  readonly sortedBy: Service | null;
  readonly onSort: (service: Service) => void;
  readonly onToggle: (block: Block) => void;
  readonly onOpen: (row: Extract<MatrixRow, { kind: 'person' }>, service: Service | undefined) => void;
  readonly onGroup: (department: string) => void;
}) {
  const { scroller, cells, columns, lines, above, below, width, page } = useMatrixWindow(
    rows.length,
    services.length,
  );
  useFocusAfterMarks(cells);
  const grid = useRef<HTMLTableElement>(null);
  const outOfSight = useFocusOutOfSight(grid);
  const { row: atRow, column: atColumn } = cells.at;
  const isDrawn =
    lines.some(({ index }) => index === atRow) &&
    (atColumn === 0 ||
      rows[atRow]?.kind === 'department' ||
      columns.items.some(({ index }) => index === atColumn - 1));

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement)) return;
    const outside = event.target === event.currentTarget;
    if (!outside && !event.target.matches('[data-cell]')) return;
    const row = rows[cells.at.row];
    if (cells.onKey(event, page())) {
      event.preventDefault();
      return;
    }
    if (outside && (event.key === ' ' || event.key === 'Enter')) {
      // Nothing happens to a cell that is not seen: it comes into sight.
      cells.moveTo(cells.at, true);
    } else if (event.key === ' ') {
      if (row?.kind === 'department') onGroup(row.department);
      else if (cells.block.right > 0) onToggle({ ...cells.block, left: Math.max(1, cells.block.left) });
    } else if (event.key === 'Enter' && row !== undefined) {
      if (row.kind === 'department') onGroup(row.department);
      else onOpen(row, services[cells.at.column - 1]);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) cells.selectAll();
    else return;
    event.preventDefault();
  }

  return (
    <div className="grid-scroll tall matrix" ref={scroller}>
      <table
        ref={grid}
        className="table"
        role="grid"
        tabIndex={isDrawn ? -1 : 0}
        aria-label={text('matrix.grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={services.length + 1}
        aria-multiselectable="true"
        style={{ width }}
        onKeyDown={onKeyDown}
        {...outOfSight}
      >
        <MatrixHead
          services={services}
          columns={columns}
          boards={boards}
          sortedBy={sortedBy}
          onSort={onSort}
        />
        <tbody>
          <Spacer height={above} columns={columns.items.length + 3} />
          {lines.map(({ index: line }) => {
            const row = rows[line];
            if (row === undefined) return null;
            const shared = { line, columns, cells };
            return row.kind === 'department' ? (
              <DepartmentRow key={row.id} {...shared} row={row} onGroup={onGroup} />
            ) : (
              <PersonRow
                key={row.id}
                {...shared}
                row={row}
                services={services}
                boards={boards}
                onToggle={onToggle}
                onOpen={() => onOpen(row, undefined)}
              />
            );
          })}
          <Spacer height={below} columns={columns.items.length + 3} />
        </tbody>
      </table>
    </div>
  );
}

/** Focuses the grid when the last mark is removed: the buttons of the draft bar are then disabled. */
function useFocusAfterMarks(cells: Cells): void {
  const marked = useSeatDraft((draft) => draft.cells.size > 0);
  const wasMarked = useRef(marked);
  useEffect(() => {
    const emptied = wasMarked.current && !marked;
    wasMarked.current = marked;
    if (!emptied) return;
    // A closing dialog returns the focus one frame later, so this waits for two frames.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => document.activeElement === document.body && cells.moveTo(cells.at, true)),
    );
    return () => cancelAnimationFrame(frame);
  });
}
