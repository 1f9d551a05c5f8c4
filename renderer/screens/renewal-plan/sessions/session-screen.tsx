import { useMemo, useState } from 'react';
import type { PlannedRenewal } from '../../../../core/desk/plan/renewal-plan.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import { explainDocument, explainOrders } from '../../../../core/quotes/explain.ts';
import { Amount } from '../../../components/amount.tsx';
import { Button } from '../../../components/controls.tsx';
import { Badge, Banner, Card, Page } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { dayText, longDay, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { openRenewal } from '../../cart/open-cart.ts';
import { SessionOrder } from './session-order.tsx';
import { SessionPayments } from './session-payments.tsx';
import { isToPrepare, sessionRows, type SessionRow } from './session-rows.ts';
import { useRenewalPlan } from '../use-renewal-plan.ts';

/** A session: the renewals of one working day, prepared, checked and ordered together. */
export function SessionScreen({ day }: { readonly day: Day }) {
  const state = useDesk((desk) => desk.state);
  const plan = useRenewalPlan(state);
  const planned = plan.sessions.find((session) => session.day === day);
  // The services that were opened stay on screen. An order moves the expiry of its service and
  // takes it out of the plan.
  const [windows, setWindows] = useState<readonly PlannedRenewal[]>(planned?.windows ?? []);
  if (windows.length === 0 && planned !== undefined) setWindows(planned.windows);
  const rows = useMemo(() => sessionRows(state, windows), [state, windows]);
  const back = <Button onPress={() => go({ screen: 'renewals' })}>{text('session.back')}</Button>;

  if (rows.length === 0) {
    return (
      <Page title={text('session.title')} actions={back}>
        <Banner tone="soon">{text('session.gone', { day: longDay(day, state.today) })}</Banner>
      </Page>
    );
  }

  const open = rows.filter(isToPrepare);
  const done = rows.filter(({ order }) => order !== null);
  const ready = rows.filter(({ cart, quote, order }) => cart !== null && quote !== null && order === null);
  const orders = rows.flatMap(({ order }) => order ?? []);
  const parts = rows.map(({ renewal, quote, order }) => ({
    holder: renewal.holder,
    quote: { gross: order?.quote.gross ?? quote?.gross ?? renewal.gross },
  }));

  async function prepare(): Promise<void> {
    await submit(
      { type: 'session/prepare', serviceIds: open.map(({ renewal }) => renewal.serviceId) },
      { text: text('session.prepared', { count: open.length }), undo: true },
    );
  }

  return (
    <Page
      title={text('session.title')}
      lead={text('session.lead', {
        day: longDay(day, state.today),
        count: rows.length,
        ordered: done.length,
      })}
      actions={
        <div className="row">
          {back}
          {open.length > 0 && (
            <Button kind="primary" onPress={() => void prepare()}>
              {text('session.prepare', { count: open.length })}
            </Button>
          )}
        </div>
      }
    >
      <div className="split">
        <Card
          title={text('session.services')}
          aside={<Amount explanation={explainOrders(parts)} testId="session-total" />}
        >
          <div className="grid-scroll tall">
            <table className="table" aria-label={text('session.services')}>
              <thead>
                <tr>
                  <th>{text('renewal-plan.col-holder')}</th>
                  <th>{text('renewal-plan.col-expiry')}</th>
                  <th>{text('session.new-expiry')}</th>
                  <th>{text('renewal-plan.col-state')}</th>
                  <th className="num">{text('renewal-plan.col-amount')}</th>
                  <th>
                    <span className="visually-hidden">{text('col.action')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.renewal.id} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        </Card>
        <div className="stack">
          {open.length + ready.length > 0 && <SessionOrder ready={ready} />}
          <SessionPayments orders={orders} day={day} left={open.length + ready.length} />
        </div>
      </div>
    </Page>
  );
}

function Row({ row: { renewal, cart, quote, problem, order, later } }: { readonly row: SessionRow }) {
  const shown = order?.quote ?? quote;
  const { serviceId, holder, expiry, target } = renewal;
  return (
    <tr>
      <td className="strong">
        {holder}
        {problem !== null && <div className="late-text">{problem}</div>}
      </td>
      <td>{dayText(expiry)}</td>
      <td>{dayText(shown?.target ?? target)}</td>
      <td>
        {order !== null ? (
          <Badge tone="accent">{text(`standing.${order.standing}`)}</Badge>
        ) : cart !== null ? (
          <Badge tone={problem === null ? 'ok' : 'late'}>{text('session.in-cart')}</Badge>
        ) : (
          <Badge tone="wait">{text(later ? 'session.later' : 'session.to-prepare')}</Badge>
        )}
      </td>
      <td className="num strong">
        {shown === null ? money(renewal.gross) : <Amount explanation={explainDocument(shown.lines, shown)} />}
      </td>
      <td className="actions">
        {order !== null ? (
          <Button onPress={() => go({ screen: 'orders', orderId: order.id })}>{text('session.order')}</Button>
        ) : later ? null : (
          <Button
            aria-label={text('session.review-named', { holder })}
            onPress={() => void openRenewal(serviceId)}
          >
            {text('session.review')}
          </Button>
        )}
      </td>
    </tr>
  );
}
