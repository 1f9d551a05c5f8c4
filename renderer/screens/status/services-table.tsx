import type { OrderView } from '../../../core/app/view.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { SeatBoard } from '../../../core/seats/plan-seats.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button } from '../../components/controls.tsx';
import { Card, Meter } from '../../components/surfaces.tsx';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { openCart } from '../cart/open-cart.ts';
import { Expiry, serviceNote, ServiceState } from '../services/service-parts.tsx';

export interface ServiceRow {
  readonly service: Service;
  readonly board: SeatBoard;
  readonly openOrder: OrderView | undefined;
}

/** All services by urgency; each row's action is the next thing to do with it (the panel's way to the cart is Aggiungi). */
export function ServicesTable({ rows, today }: { readonly rows: readonly ServiceRow[]; readonly today: Day }) {
  return (
    <Card title={text('status.services')} aside={text('status.by-urgency')}>
      <table className="table">
        <thead>
          <tr>
            <th>{text('col.service')}</th>
            <th>{text('col.holder')}</th>
            <th>{text('col.state')}</th>
            <th>{text('col.expiry')}</th>
            <th>{text('col.users')}</th>
            <th>{text('col.note')}</th>
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.service.id} row={row} today={today} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Row({ row: { service, board, openOrder }, today }: { readonly row: ServiceRow; readonly today: Day }) {
  return (
    <tr>
      <td className="strong nowrap">{text(`kind.${service.kind}`)}</td>
      <td className="nowrap">
        <button type="button" className="link plain" onClick={() => go({ screen: 'service', serviceId: service.id })}>
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
        {text('users.of', { held: board.held, bought: board.bought })} &nbsp;
        <Meter part={board.held} whole={board.bought} />
      </td>
      <td className="muted">{serviceNote(service, today, openOrder)}</td>
      <td className="actions">
        <RowAction service={service} openOrder={openOrder} today={today} />
      </td>
    </tr>
  );
}

function RowAction({ service, openOrder, today }: { readonly service: Service; readonly openOrder: OrderView | undefined; readonly today: Day }) {
  const phase = phaseOf(service, today);
  const named = (label: string): string => `${label}: ${service.holder}`;
  if (phase === 'waiting' && openOrder !== undefined)
    return (
      <Button aria-label={named(text('service.pay'))} onPress={() => go({ screen: 'orders', orderId: openOrder.id })}>
        {text('service.pay')}
      </Button>
    );
  if (phase === 'active' || phase === 'renew-soon' || phase === 'late')
    return (
      <Button aria-label={named(text('service.add'))} onPress={() => void openCart(service.id)}>
        {text('service.add')}
      </Button>
    );
  return (
    <Button aria-label={named(text('service.manage'))} onPress={() => go({ screen: 'service', serviceId: service.id })}>
      {text('service.manage')}
    </Button>
  );
}
