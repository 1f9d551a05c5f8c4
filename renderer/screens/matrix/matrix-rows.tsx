import { seatId } from '../../../core/seats/seat.ts';
import type { Service } from '../../../core/services/service.ts';
import { useDesk } from '../../store/desk.ts';
import { useSeatDraft } from '../../store/seat-draft.ts';
import { shortDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { CellWord } from './matrix-cell.tsx';
import type { Boards, MatrixRow } from './matrix-data.ts';
import { Gap, tintOf, type DrawnColumns } from './matrix-head.tsx';
import type { Block, Cells } from './use-cells.ts';

/** The row of a department. It is one cell over all columns, and a click opens or closes the department. */
export function DepartmentRow({
  row,
  line,
  columns,
  cells,
  onGroup,
}: {
  readonly row: Extract<MatrixRow, { kind: 'department' }>;
  readonly line: number;
  readonly columns: DrawnColumns;
  readonly cells: Cells;
  readonly onGroup: (department: string) => void;
}) {
  return (
    <tr aria-rowindex={line + 2} className="matrix-group">
      <th
        scope="rowgroup"
        colSpan={columns.items.length + 3}
        aria-expanded={row.open}
        data-cell={`${line}:0`}
        data-wide
        tabIndex={cells.at.row === line ? 0 : -1}
        onClick={() => {
          cells.moveTo({ row: line, column: 0 });
          onGroup(row.department);
        }}
      >
        <span className="pinned">
          {row.open ? '▾' : '▸'} {row.department === '' ? text('matrix.no-department') : row.department}{' '}
          <small className="muted">{row.count}</small>
        </span>
      </th>
    </tr>
  );
}

/** The row of a person: the name, then a cell for each drawn service. */
export function PersonRow({
  row,
  line,
  services,
  columns,
  boards,
  cells,
  onToggle,
  onOpen,
}: {
  readonly row: Extract<MatrixRow, { kind: 'person' }>;
  readonly line: number;
  readonly services: readonly Service[];
  readonly columns: DrawnColumns;
  readonly boards: Boards;
  readonly cells: Cells;
  readonly onToggle: (block: Block) => void;
  readonly onOpen: () => void;
}) {
  const drafted = useSeatDraft((draft) => draft.cells);
  const today = useDesk((desk) => desk.state.today);
  const focused = cells.at.row === line;
  return (
    <tr aria-rowindex={line + 2}>
      <th
        scope="row"
        className="nowrap"
        aria-colindex={1}
        data-cell={`${line}:0`}
        tabIndex={focused && cells.at.column === 0 ? 0 : -1}
        title={row.person.department}
        onClick={() => cells.moveTo({ row: line, column: 0 })}
        onDoubleClick={onOpen}
      >
        <span className="surname-first">
          <span>{row.person.givenName}</span> <strong>{row.person.familyName}</strong>
        </span>{' '}
        <small className="faint">
          {row.left && row.person.end !== null
            ? text('matrix.left-on', { day: shortDay(row.person.end) })
            : row.person.end === null
              ? row.person.department
              : text('matrix.leaves-on', { day: shortDay(row.person.end) })}
        </small>
      </th>
      <Gap width={columns.before} />
      {columns.items.map(({ index }) => {
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
            data-tint={tintOf(service, today)}
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
      <Gap width={columns.after} />
    </tr>
  );
}
