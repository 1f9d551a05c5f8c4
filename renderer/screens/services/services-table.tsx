import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Day } from '../../../core/kernel/day.ts';
import { Meter } from '../../components/surfaces.tsx';
import { Spacer } from '../../components/spacer.tsx';
import { go } from '../../store/ui-store.ts';
import { text, type TextId } from '../../text/text.ts';
import { ManageAction, NextAction } from './row-actions.tsx';
import { Expiry, serviceNote, ServiceState } from './service-parts.tsx';
import type { ServiceRow } from './service-rows.ts';

const columns: readonly TextId[] = [
  'col.service',
  'col.holder',
  'col.state',
  'col.expiry',
  'col.users',
  'col.note',
];
const rowHeight = 52;

/** `next`: the next action, as on the panel's home page. `manage`: "Gestisci", as in the customer area. */
type ServiceAction = 'next' | 'manage';

/**
 * One row and one action for each service. `scrolls`: there can be thousands of services, so only the
 * visible rows are drawn.
 */
export function ServicesTable({
  rows,
  today,
  scrolls = false,
  action,
}: {
  readonly rows: readonly ServiceRow[];
  readonly today: Day;
  readonly scrolls?: boolean;
  readonly action: ServiceAction;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    enabled: scrolls,
  });
  const items = virtual.getVirtualItems();
  const shown = scrolls ? items.flatMap(({ index }) => rows[index] ?? []) : rows;
  return (
    <div className={scrolls ? 'grid-scroll tall' : undefined} ref={scroller}>
      <table className="table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map((label) => (
              <th key={label}>{text(label)}</th>
            ))}
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scrolls && <Spacer height={items[0]?.start ?? 0} columns={columns.length + 1} />}
          {shown.map((row) => (
            <Row key={row.service.id} row={row} today={today} action={action} />
          ))}
          {scrolls && (
            <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} columns={columns.length + 1} />
          )}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  today,
  action,
}: {
  readonly row: ServiceRow;
  readonly today: Day;
  readonly action: ServiceAction;
}) {
  const { service, board, openOrder } = row;
  return (
    <tr>
      <td className="strong nowrap">{text(`kind.${service.kind}`)}</td>
      <td className="nowrap">
        <button
          type="button"
          className="link plain"
          onClick={() => go({ screen: 'service', serviceId: service.id })}
        >
          {service.holder}
        </button>
      </td>
      <td>
        <ServiceState service={service} today={today} />
      </td>
      <td>
        <Expiry service={service} today={today} />
      </td>
      <td className="nowrap">
        <span className="users-of">
          {text('services.users-of', { held: board.held, bought: board.bought })}
        </span>
        <Meter part={board.held} whole={board.bought} />
      </td>
      <td className="muted">{serviceNote(service, today, openOrder)}</td>
      <td className="actions">
        {action === 'next' ? (
          <NextAction row={row} today={today} />
        ) : (
          <ManageAction service={service} openOrder={openOrder} />
        )}
      </td>
    </tr>
  );
}
