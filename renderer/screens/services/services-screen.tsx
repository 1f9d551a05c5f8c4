import { useMemo } from 'react';
import { boardOf, openOrderOf } from '../../../core/app/view.ts';
import { Button } from '../../components/controls.tsx';
import { Card, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { Expiry, serviceNote, ServiceState } from './service-parts.tsx';

/** The customer area's list: every service with Gestisci. */
export function ServicesScreen() {
  const state = useDesk((desk) => desk.state);
  const rows = useMemo(
    () =>
      [...state.replica.services.values()]
        .sort((a, b) => a.holder.localeCompare(b.holder))
        .map((service) => ({ service, board: boardOf(state, service), openOrder: openOrderOf(state, service.id) })),
    [state],
  );
  return (
    <Page
      title={text('services.title')}
      lead={text('services.lead')}
      actions={<Button onPress={() => go({ screen: 'first-purchase' })}>{text('services.first')}</Button>}
    >
      <Card>
        <table className="table">
          <thead>
            <tr>
              <th>{text('col.holder')}</th>
              <th>{text('col.service')}</th>
              <th>{text('col.state')}</th>
              <th>{text('col.expiry')}</th>
              <th className="num">{text('col.users')}</th>
              <th>{text('col.note')}</th>
              <th>
                <span className="visually-hidden">{text('col.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ service, board, openOrder }) => (
              <tr key={service.id}>
                <td className="strong">{service.holder}</td>
                <td>{text(`kind.${service.kind}`)}</td>
                <td>
                  <ServiceState service={service} today={state.today} />
                </td>
                <td>
                  <Expiry service={service} today={state.today} />
                </td>
                <td className="num">{text('users.of', { held: board.held, bought: board.bought })}</td>
                <td className="muted">{serviceNote(service, state.today, openOrder)}</td>
                <td className="actions">
                  <Button aria-label={`${text('service.manage')}: ${service.holder}`} onPress={() => go({ screen: 'service', serviceId: service.id })}>
                    {text('service.manage')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </Page>
  );
}
