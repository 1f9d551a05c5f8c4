import { useMemo } from 'react';
import { byUrgency, deadlines } from '../../../core/desk/plan/deadlines.ts';
import { isOpen, orderViews } from '../../../core/desk/pending/order-views.ts';
import { addDays } from '../../../core/kernel/day.ts';
import { latestSafeDay } from '../../../core/orders/payment.ts';
import { explainOrders } from '../../../core/quotes/explain.ts';
import { isRunningPhase } from '../../../core/services/lifecycle.ts';
import { expiryOf, type Service } from '../../../core/services/service.ts';
import { Amount } from '../../components/amount.tsx';
import { CalendarProblem } from '../../components/calendar-feed.tsx';
import { Button } from '../../components/controls.tsx';
import { KeyFigure } from '../../components/key-figure.tsx';
import { Banner, Card, Empty, Meter, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { countText, dayText, longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { openCart } from '../cart/open-cart.ts';
import { Deadlines } from './deadlines.tsx';
import { serviceRows, type ServiceRow } from '../services/service-rows.ts';
import { RenewButton } from '../services/renew-button.tsx';
import { ServicesTable } from '../services/services-table.tsx';
import { ReminderBanners } from './reminder-banners.tsx';
import { ToFix } from './to-fix.tsx';

const horizonDays = 180;
/** The home screen shows at most this number of services. The services screen has all of them. */
const shown = 15;

/** The service that expires first. */
function soonest(rows: readonly ServiceRow[]): Service | undefined {
  let first: Service | undefined;
  for (const { service } of rows)
    if (first === undefined || (expiryOf(service) ?? '') < (expiryOf(first) ?? '')) first = service;
  return first;
}

/** The home screen: what is urgent, who has a user, what expires, what to correct. */
export function StatusScreen() {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const rows = useMemo(
    () => serviceRows(state, byUrgency(state.replica.services.values(), today)),
    [state, today],
  );
  const coming = useMemo(
    () => deadlines(state.replica.services.values(), today, addDays(today, horizonDays)),
    [state, today],
  );

  if (rows.length === 0) {
    return (
      <Page title={text('status.title')}>
        <Card>
          <Empty
            title={text('status.empty-title')}
            action={
              <Button kind="primary" onPress={() => openDialog({ kind: 'sign-in', why: 'asked' })}>
                {text('sign-in.button')}
              </Button>
            }
          >
            {text('status.empty-text')}
          </Empty>
        </Card>
      </Page>
    );
  }

  const bought = rows.reduce((total, { board }) => total + board.bought, 0);
  const held = rows.reduce((total, { board }) => total + Math.min(board.held, board.bought), 0);
  const waiting = rows.filter(({ board }) => board.waiting.length > 0);
  const waitingCount = waiting.reduce((total, { board }) => total + board.waiting.length, 0);
  const toPay = orderViews(state).filter((view) => isOpen(view) && view.standing === 'awaiting-payment');
  const running = rows.filter(({ phase }) => isRunningPhase(phase));
  const next = soonest(running);
  const nextExpiry = next === undefined ? undefined : expiryOf(next);
  const mostMissing = running
    .filter(({ board }) => board.missing.length > 0)
    .sort((a, b) => b.board.missing.length - a.board.missing.length)[0];
  const urgent = running.filter(
    ({ service, phase, openOrder }) =>
      openOrder === undefined && phase !== 'active' && !service.automaticRenewal,
  );

  return (
    <Page
      title={text('status.title')}
      lead={text('status.lead', { count: rows.length, users: bought })}
      actions={
        <>
          <Button onPress={() => go({ screen: 'import' })}>{text('status.import')}</Button>
          <Button
            kind="primary"
            onPress={() =>
              mostMissing === undefined ? go({ screen: 'services' }) : void openCart(mostMissing.service.id)
            }
          >
            {text('status.add')}
          </Button>
        </>
      }
    >
      <ReminderBanners />
      {urgent.slice(0, 2).map(({ service, phase }) => {
        const expiry = expiryOf(service);
        if (expiry === undefined) return null;
        const late = phase === 'late';
        return (
          <Banner
            key={service.id}
            tone="late"
            title={`${service.holder}:`}
            action={<RenewButton service={service} due />}
          >
            {late
              ? text('status.banner-late', {
                  limit: longDay(latestSafeDay('card', expiry), today),
                  expiry: longDay(expiry, today),
                })
              : text('status.banner', {
                  transfer: longDay(latestSafeDay('bank-transfer', expiry), today),
                  card: longDay(latestSafeDay('card', expiry), today),
                })}
          </Banner>
        );
      })}
      <CalendarProblem />
      <div className="key-figures">
        <KeyFigure
          label={text('status.assigned')}
          figure={text('status.assigned-of', { held: countText(held), bought: countText(bought) })}
        >
          <Meter part={held} whole={bought} full />
        </KeyFigure>
        <KeyFigure label={text('status.waiting')} figure={text('status.people', { count: waitingCount })}>
          {waitingCount === 0
            ? text('status.nobody')
            : waiting
                .slice(0, 3)
                .map(({ service, board }) =>
                  text('status.waiting-where', { count: board.waiting.length, holder: service.holder }),
                )
                .join(', ')}
        </KeyFigure>
        <KeyFigure label={text('status.next')} figure={nextExpiry === undefined ? '–' : dayText(nextExpiry)}>
          {next?.holder ?? ''}
        </KeyFigure>
        <KeyFigure label={text('status.to-pay')} figure={<Amount explanation={explainOrders(toPay)} />}>
          {text('status.to-pay-count', { count: toPay.length })}
        </KeyFigure>
      </div>
      <Card title={text('status.services')} aside={text('status.by-urgency')}>
        <ServicesTable rows={rows.slice(0, shown)} today={today} action="next" />
        {rows.length > shown && (
          <p className="card-body">
            <button type="button" className="link" onClick={() => go({ screen: 'services' })}>
              {text('status.see-all', { count: rows.length })}
            </button>
          </p>
        )}
      </Card>
      <div className="halves">
        <Deadlines coming={coming} today={today} />
        <ToFix rows={rows} />
      </div>
    </Page>
  );
}
