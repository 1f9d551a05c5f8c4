import { openOrderOf } from '../../../core/desk/pending/order-views.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { RenewButton } from './renew-button.tsx';

/**
 * Why no users can be bought for a service that does not run, and the way out: its order if there is one, or
 * "Riattiva" in grace. `onLeave` is called when the way out is taken.
 */
export function ReactivateFirst({
  service,
  onLeave,
}: {
  readonly service: Service;
  readonly onLeave?: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const order = openOrderOf(state, service.id);
  const grace = phaseOf(service, state.today) === 'grace';
  const toOrder = (): void => {
    onLeave?.();
    if (order !== undefined) go({ screen: 'orders', orderId: order.id });
  };
  return (
    <Banner
      tone={grace ? 'late' : 'soon'}
      action={
        order === undefined ? (
          <RenewButton service={service} {...(onLeave === undefined ? {} : { onPressed: onLeave })} />
        ) : (
          <Button onPress={toOrder}>{text('service.pay')}</Button>
        )
      }
    >
      {text(grace ? 'service.reactivate-first' : 'service.activate-first')}
    </Banner>
  );
}
