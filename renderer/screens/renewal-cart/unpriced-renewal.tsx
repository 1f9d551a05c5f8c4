import type { Refusal } from '../../../core/desk/command.ts';
import type { CartId, ServiceId } from '../../../core/kernel/id.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { PanelHelp } from './panel-help.tsx';

/**
 * A renewal that has no figures any more because something changed. It shows why, what to do,
 * and how to start again.
 */
export function UnpricedRenewal({
  cartId,
  serviceId,
  refusal,
}: {
  readonly cartId: CartId;
  readonly serviceId: ServiceId;
  readonly refusal: Refusal;
}) {
  const service = useDesk((desk) => desk.state.replica.services.get(serviceId));
  async function again(): Promise<void> {
    if (await submit({ type: 'cart/discard', cartId }))
      await submit({ type: 'cart/open-renewal', serviceId }, { text: text('renewal-cart.again-done') });
  }
  const automatic = refusal.reason === 'automatic-renewal-on';
  return (
    <>
      <Banner
        tone="late"
        action={
          automatic ? (
            <Button onPress={() => go({ screen: 'service', serviceId })}>{text('service.manage')}</Button>
          ) : (
            <Button onPress={() => void again()}>{text('renewal-cart.again')}</Button>
          )
        }
      >
        {text('cart.not-possible', { why: refusalText(refusal) })}
      </Banner>
      {refusal.reason === 'users-in-panel' && service !== undefined && (
        <PanelHelp service={service} refusal={refusal} />
      )}
    </>
  );
}
