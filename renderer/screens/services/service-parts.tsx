import type { OrderView } from '../../../core/desk/pending/order-views.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { latestSafeDay } from '../../../core/orders/payment.ts';
import { daysToExpiry, milestones, phaseOf } from '../../../core/services/lifecycle.ts';
import { expiryOf, type Service } from '../../../core/services/service.ts';
import { Badge, type Tone } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

const phaseTones: Readonly<Record<Exclude<ReturnType<typeof phaseOf>, 'waiting'>, Tone>> = {
  active: 'ok',
  'renew-soon': 'soon',
  late: 'late',
  grace: 'late',
  deleted: 'wait',
};

/** The same colours as in the list of orders: one state has one colour. */
const waitingTones = {
  'awaiting-payment': 'soon',
  'awaiting-activation': 'accent',
  'activation-failed': 'late',
} as const;

/** The state of a service in the words of the customer area. */
export function ServiceState({ service, today }: { readonly service: Service; readonly today: Day }) {
  const own = useDesk((desk) => desk.state.workspace.firm.get('firm')?.studio === 'own');
  const phase = phaseOf(service, today);
  // The register knows nothing of orders: a service without an expiry is one whose expiry nobody has said.
  if (own && phase === 'waiting') return <Badge tone="late">{text('phase.expiry-unknown')}</Badge>;
  if (phase !== 'waiting') return <Badge tone={phaseTones[phase]}>{text(`phase.${phase}`)}</Badge>;
  const state =
    service.state === 'awaiting-payment' || service.state === 'activation-failed'
      ? service.state
      : 'awaiting-activation';
  return <Badge tone={waitingTones[state]}>{text(`phase.${state}`)}</Badge>;
}

/** The expiry, and its distance from today in days. */
export function Expiry({ service, today }: { readonly service: Service; readonly today: Day }) {
  const expiry = expiryOf(service);
  const days = daysToExpiry(service, today);
  if (expiry === undefined || days === undefined) return <span className="faint">–</span>;
  return (
    <span className="nowrap">
      {dayText(expiry)} <span className="faint">{distance(days)}</span>
    </span>
  );
}

const distance = (days: number): string =>
  days < 0 ? text('days.ago', { days: -days }) : text('days.in', { days });

/** The same in words, for the name of a button. */
export function expiryWords(service: Service, today: Day): string {
  const expiry = expiryOf(service);
  const days = daysToExpiry(service, today);
  return expiry === undefined || days === undefined ? '–' : `${dayText(expiry)} ${distance(days)}`;
}

/** The most important fact about a service, in one short sentence. */
export function serviceNote(service: Service, today: Day, openOrder: OrderView | undefined): string {
  const expiry = expiryOf(service);
  const phase = phaseOf(service, today);
  if (expiry !== undefined && phase === 'grace')
    return text('service.read-only', { day: dayText(milestones(expiry).graceEnd) });
  if (openOrder !== undefined)
    return openOrder.purchase === null && openOrder.method !== null
      ? text('service.order-waiting', {
          number: openOrder.orderNumber ?? text('orders.no-number'),
          method: text(`pay-by.${openOrder.method}`),
        })
      : text('service.purchase-open', { state: text(`standing.${openOrder.standing}`) });
  if (service.automaticRenewal) return text('service.auto');
  if (expiry !== undefined && phase === 'renew-soon')
    return text('service.last-transfer', { day: dayText(latestSafeDay('bank-transfer', expiry)) });
  return '';
}
