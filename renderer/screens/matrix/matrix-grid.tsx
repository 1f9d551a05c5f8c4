import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { seatId } from '../../../core/seats/seat.ts';
import { firstSeatEnd, type Service } from '../../../core/services/service.ts';
import { useDesk } from '../../store/desk.ts';
import { Spacer } from '../../components/spacer.tsx';
import { useSeatDraft } from '../../store/seat-draft.ts';
import { shortDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { CellWord } from './matrix-cell.tsx';
import type { Boards, MatrixRow } from './matrix-data.ts';
import { useCells, type Block } from './use-cells.ts';

const rowHeight = 37;
const headHeight = 62;
const nameWidth = 220;
const columnWidth = 124;

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
  const scroller = useRef<HTMLDivElement>(null);
  const today = useDesk((desk) => desk.state.today);
  const drafted = useSeatDraft((draft) => draft.cells);
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: services.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 2,
    paddingStart: nameWidth,
    scrollPaddingStart: nameWidth,
  });
  const cells = useCells({
    rows: rows.length,
    columns: services.length,
    grid: scroller,
    show({ row, column }) {
      down.scrollToIndex(row);
      if (column > 0) across.scrollToIndex(column - 1);
      else across.scrollToOffset(0);
    },
  });

  // When the last mark is removed, the buttons of the draft bar are disabled and lose the
  // focus. The grid takes it.
  const marked = drafted.size > 0;
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

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-cell]')) return;
    const page = Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? rowHeight) - headHeight) / rowHeight) - 1,
    );
    const row = rows[cells.at.row];
    if (cells.onKey(event, page)) {
      event.preventDefault();
      return;
    }
    if (event.key === ' ') {
      if (row?.kind === 'department') onGroup(row.department);
      else if (cells.block.right > 0) onToggle({ ...cells.block, left: Math.max(1, cells.block.left) });
    } else if (event.key === 'Enter' && row !== undefined) {
      if (row.kind === 'department') onGroup(row.department);
      else onOpen(row, services[cells.at.column - 1]);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) cells.selectAll();
    else return;
    event.preventDefault();
  }

  const seen = across.getVirtualItems();
  const lines = down.getVirtualItems();
  const before = (seen[0]?.start ?? nameWidth) - nameWidth;
  const after = across.getTotalSize() - (seen.at(-1)?.end ?? nameWidth);
  const above = (lines[0]?.start ?? headHeight) - headHeight;
  const below = down.getTotalSize() - (lines.at(-1)?.end ?? headHeight);
  const gap = (width: number) =>
    width > 0 ? <td className="gap" aria-hidden="true" style={{ width }} /> : null;
  return (
    <div className="grid-scroll tall matrix" ref={scroller}>
      <table
        className="table"
        role="grid"
        aria-label={text('matrix.grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={services.length + 1}
        aria-multiselectable="true"
        style={{ width: across.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th className="corner" aria-colindex={1} style={{ width: nameWidth }}>
              {text('people.col-name')}
            </th>
            {gap(before)}
            {seen.map(({ index }) => {
              const service = services[index];
              if (service === undefined) return null;
              const { bought, held } = boards(service);
              const end = firstSeatEnd(service, today);
              return (
                <th
                  key={service.id}
                  aria-colindex={index + 2}
                  aria-sort={sortedBy?.id === service.id ? 'ascending' : 'none'}
                  style={{ width: columnWidth }}
                  title={service.holder}
                >
                  <button
                    type="button"
                    className="sort matrix-head"
                    tabIndex={-1}
                    onClick={() => onSort(service)}
                  >
                    <span className="clamp">{service.holder}</span>
                    <small data-full={held > bought}>
                      {text('matrix.used', { held, bought })}
                      {end !== undefined &&
                        ` · ${text('matrix.until', { day: `${shortDay(end)}/${end.slice(2, 4)}` })}`}
                    </small>
                  </button>
                </th>
              );
            })}
            {gap(after)}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} columns={seen.length + 3} />
          {lines.map(({ index: line }) => {
            const row = rows[line];
            if (row === undefined) return null;
            const focused = cells.at.row === line;
            if (row.kind === 'department') {
              return (
                <tr key={row.id} aria-rowindex={line + 2} className="matrix-group">
                  <th
                    scope="rowgroup"
                    colSpan={seen.length + 3}
                    aria-expanded={row.open}
                    data-cell={`${line}:0`}
                    data-wide
                    tabIndex={focused ? 0 : -1}
                    onClick={() => {
                      cells.moveTo({ row: line, column: 0 });
                      onGroup(row.department);
                    }}
                  >
                    <span className="pinned">
                      {row.open ? '▾' : '▸'}{' '}
                      {row.department === '' ? text('matrix.no-department') : row.department}{' '}
                      <small className="muted">{row.count}</small>
                    </span>
                  </th>
                </tr>
              );
            }
            return (
              <tr key={row.id} aria-rowindex={line + 2}>
                <th
                  scope="row"
                  className="nowrap"
                  aria-colindex={1}
                  data-cell={`${line}:0`}
                  tabIndex={focused && cells.at.column === 0 ? 0 : -1}
                  title={row.person.department}
                  onClick={() => cells.moveTo({ row: line, column: 0 })}
                  onDoubleClick={() => onOpen(row, undefined)}
                >
                  <span className={row.left ? 'faint' : 'strong'}>{row.name}</span>
                </th>
                {gap(before)}
                {seen.map(({ index }) => {
                  const service = services[index];
                  if (service === undefined) return null;
                  const column = index + 1;
                  return (
                    <td
                      key={service.id}
                      aria-colindex={column + 1}
                      aria-selected={cells.isIn(line, column)}
                      data-selected={cells.isIn(line, column)}
                      data-cell={`${line}:${column}`}
                      tabIndex={focused && cells.at.column === column ? 0 : -1}
                      onClick={(event) => cells.moveTo({ row: line, column }, event.shiftKey)}
                      onDoubleClick={() => onToggle({ top: line, bottom: line, left: column, right: column })}
                    >
                      <CellWord
                        status={boards(service).status.get(row.person.id)}
                        drafted={drafted.get(seatId(service.id, row.person.id))?.seat}
                      />
                    </td>
                  );
                })}
                {gap(after)}
              </tr>
            );
          })}
          <Spacer height={below} columns={seen.length + 3} />
        </tbody>
      </table>
    </div>
  );
}
