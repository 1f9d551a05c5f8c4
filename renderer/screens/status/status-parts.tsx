import { awaitsPayment, orderViews } from '../../../core/desk/pending/order-views.ts';
import { latestSafeDay } from '../../../core/orders/payment.ts';
import { explainOrders } from '../../../core/quotes/explain.ts';
import { expiryOf, type Service } from '../../../core/services/service.ts';
import { Amount } from '../../components/amount.tsx';
import { KeyFigure } from '../../components/key-figure.tsx';
import { Banner, Meter } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { countText, dayText, longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { RenewButton } from '../services/renew-button.tsx';
import type { ServiceRow } from '../services/service-rows.ts';

/** The service that expires first. */
function soonest(rows: readonly ServiceRow[]): Service | undefined {
  let first: Service | undefined;
  for (const { service } of rows)
    if (first === undefined || (expiryOf(service) ?? '') < (expiryOf(first) ?? '')) first = service;
  return first;
}

/** The two most urgent services that must be renewed by hand. */
export function UrgentBanners({ running }: { readonly running: readonly ServiceRow[] }) {
  const today = useDesk((desk) => desk.state.today);
  const urgent = running.filter(
    ({ service, phase, openOrder }) =>
      openOrder === undefined && phase !== 'active' && !service.automaticRenewal,
  );
  return urgent.slice(0, 2).map(({ service, phase }) => {
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
  });
}

/** Who has a user, who waits for one, the next expiry, and the amount to pay. */
export function KeyFigures({
  rows,
  running,
  bought,
}: {
  readonly rows: readonly ServiceRow[];
  readonly running: readonly ServiceRow[];
  readonly bought: number;
}) {
  const state = useDesk((desk) => desk.state);
  const held = rows.reduce((total, { board }) => total + Math.min(board.held, board.bought), 0);
  const waiting = rows.filter(({ board }) => board.waiting.length > 0);
  const waitingCount = waiting.reduce((total, { board }) => total + board.waiting.length, 0);
  const toPay = orderViews(state).filter(awaitsPayment);
  const next = soonest(running);
  const nextExpiry = next === undefined ? undefined : expiryOf(next);
  return (
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
  );
}
