import { renewalAction } from '../../../core/desk/pending/automatic-renewal.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { isRunning, phaseOf } from '../../../core/services/lifecycle.ts';
import { Button } from '../../components/controls.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text, type TextId } from '../../text/text.ts';
import { openCart, openRenewal } from '../cart/open-cart.ts';
import { RenewButton } from './renew-button.tsx';
import type { ServiceRow } from './service-rows.ts';

/**
 * The next action for a service: pay its order, reactivate it, add users (Aruba's panel leads to the cart in
 * the same way), or manage it.
 */
export function NextAction({
  row: { service, openOrder },
  today,
}: {
  readonly row: ServiceRow;
  readonly today: Day;
}) {
  const state = useDesk((desk) => desk.state);
  const phase = phaseOf(service, today);
  const expired = renewalAction(state, service) === 'reactivate';
  const [label, run]: readonly [TextId, () => void] =
    openOrder !== undefined && (phase === 'waiting' || phase === 'grace')
      ? ['service.pay', () => go({ screen: 'orders', orderId: openOrder.id })]
      : expired
        ? ['renewal-cart.reactivate', () => void openRenewal(service.id)]
        : isRunning(service, today)
          ? ['service.add', () => void openCart(service.id)]
          : ['service.manage', () => go({ screen: 'service', serviceId: service.id })];
  return (
    <Button aria-label={`${text(label)}: ${service.holder}`} onPress={run}>
      {text(label)}
    </Button>
  );
}

/** The "Gestisci" button, as in the customer area, and "Rinnova" or "Riattiva" if the renewal is due. */
export function ManageAction({ service, openOrder }: Pick<ServiceRow, 'service' | 'openOrder'>) {
  return (
    <span className="row end">
      {openOrder === undefined && <RenewButton service={service} due />}
      <Button
        aria-label={`${text('service.manage')}: ${service.holder}`}
        onPress={() => go({ screen: 'service', serviceId: service.id })}
      >
        {text('service.manage')}
      </Button>
    </span>
  );
}
