import type { OrderStanding } from '../../../core/desk/pending/order-views.ts';
import { Badge, type Tone } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';

const tones: Readonly<Record<OrderStanding, Tone>> = {
  queued: 'soon',
  sending: 'soon',
  'outcome-unknown': 'late',
  refused: 'late',
  'awaiting-payment': 'soon',
  'awaiting-activation': 'accent',
  active: 'ok',
  'activation-failed': 'late',
  cancelled: 'wait',
  prepared: 'soon',
  'at-cart': 'soon',
  compared: 'soon',
  ordered: 'soon',
  paid: 'accent',
  registered: 'accent',
  abandoned: 'wait',
  'to-verify': 'late',
  forgotten: 'late',
};

/** The state of an order or a purchase. */
export function StandingBadge({ standing }: { readonly standing: OrderStanding }) {
  return <Badge tone={tones[standing]}>{text(`standing.${standing}`)}</Badge>;
}
