import type { VirtualItem } from '@tanstack/react-virtual';
import type { Day } from '../../../core/kernel/day.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import { firstSeatEnd, type Service } from '../../../core/services/service.ts';
import { useDesk } from '../../store/desk.ts';
import { shortDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { Boards } from './matrix-data.ts';

export const nameWidth = 220;
/** In pixels: names of two lines, and of one. */
const [narrowColumn, wideColumn] = [100, 150];

/** The width of each column: a wide window is filled, as long as the columns stay near each other. */
export const columnWidthIn = (width: number, columns: number): number =>
  Math.min(wideColumn, Math.max(narrowColumn, Math.floor((width - nameWidth) / Math.max(1, columns))));

/** The colour of a column that needs attention: a service that is to be renewed, or that has expired. */
export function tintOf(service: Service, today: Day): 'late' | 'soon' | undefined {
  const phase = phaseOf(service, today);
  if (phase === 'grace' || phase === 'late') return 'late';
  return phase === 'renew-soon' ? 'soon' : undefined;
}

/** The drawn columns, and the widths of the columns to their left and right, in pixels. */
export interface DrawnColumns {
  readonly items: readonly VirtualItem[];
  readonly before: number;
  readonly after: number;
  /** The width of each column, in pixels. */
  readonly width: number;
}

/** Takes the width of the columns that are not drawn. */
export function Gap({ width }: { readonly width: number }) {
  return width > 0 ? <td className="gap" aria-hidden="true" style={{ width }} /> : null;
}

/** The names of the services, with their used and bought seats. A click on a name sorts by that service. */
export function MatrixHead({
  services,
  columns,
  boards,
  sortedBy,
  onSort,
}: {
  readonly services: readonly Service[];
  readonly columns: DrawnColumns;
  readonly boards: Boards;
  readonly sortedBy: Service | null;
  readonly onSort: (service: Service) => void;
}) {
  const today = useDesk((desk) => desk.state.today);
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className="corner" aria-colindex={1} style={{ width: nameWidth }}>
          {text('people.col-name')}
        </th>
        <Gap width={columns.before} />
        {columns.items.map(({ index }) => {
          const service = services[index];
          if (service === undefined) return null;
          const { bought, held } = boards(service);
          const end = firstSeatEnd(service, today);
          return (
            <th
              key={service.id}
              aria-colindex={index + 2}
              data-tint={tintOf(service, today)}
              aria-sort={sortedBy?.id === service.id ? 'ascending' : 'none'}
              style={{ width: columns.width }}
              title={service.holder}
            >
              <button
                type="button"
                className="sort matrix-head"
                tabIndex={-1}
                onClick={() => onSort(service)}
              >
                <span className="clamp">{service.holder}</span>
                <small data-full={held > bought}>{text('matrix.used', { held, bought })}</small>
                <small>
                  {phaseOf(service, today) === 'grace'
                    ? text('matrix.expired')
                    : end !== undefined && `${shortDay(end)}/${end.slice(2, 4)}`}
                </small>
              </button>
            </th>
          );
        })}
        <Gap width={columns.after} />
      </tr>
    </thead>
  );
}
