import type { Day } from '../../../core/kernel/day.ts';
import { isRunning, phaseOf } from '../../../core/services/lifecycle.ts';
import { Button } from '../../components/controls.tsx';
import { go } from '../../store/ui-store.ts';
import { text, type TextId } from '../../text/text.ts';
import { openCart } from '../cart/open-cart.ts';
import type { ServiceRow } from './service-rows.ts';

/** The next thing to do with a service: pay its order, add users (the panel's way to the cart), or look after it. */
export function NextAction({ row: { service, openOrder }, today }: { readonly row: ServiceRow; readonly today: Day }) {
  const phase = phaseOf(service, today);
  const [label, run]: readonly [TextId, () => void] =
    phase === 'waiting' && openOrder !== undefined
      ? ['service.pay', () => go({ screen: 'orders', orderId: openOrder.id })]
      : isRunning(service, today)
        ? ['service.add', () => void openCart(service.id)]
        : ['service.manage', () => go({ screen: 'service', serviceId: service.id })];
  return (
    <Button aria-label={`${text(label)}: ${service.holder}`} onPress={run}>
      {text(label)}
    </Button>
  );
}

/** Gestisci: the customer area's way to one service. */
export function ManageAction({ service }: Pick<ServiceRow, 'service'>) {
  return (
    <Button aria-label={`${text('service.manage')}: ${service.holder}`} onPress={() => go({ screen: 'service', serviceId: service.id })}>
      {text('service.manage')}
    </Button>
  );
}
