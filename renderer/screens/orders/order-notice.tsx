import type { OrderView } from '../../../core/desk/pending/order-views.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { vendorRefusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { DecideButtons } from '../forgotten/decide-buttons.tsx';
import { Difference } from './difference.tsx';

/**
 * The notice of an order that is on its way to the vendor: why it waits, whether it may have arrived, why it
 * was refused, and what the person can do.
 */
export function OrderNotice({ view }: { readonly view: OrderView }) {
  const { entry, standing } = view;
  const forgotten = useDesk((desk) => desk.state.workspace.forgotten.get(view.id));
  if (forgotten !== undefined)
    return (
      <Banner tone="late" action={<DecideButtons row={forgotten} />}>
        {text('forgotten.order-notice')}
      </Banner>
    );
  if (entry === null) return null;
  const retry = <Button onPress={() => void bridge.call('sync/now', null)}>{text('order.retry')}</Button>;
  const tries = <span className="faint">{text('order.tries', { count: entry.tries })}</span>;

  async function withdraw(): Promise<void> {
    if (entry === null) return;
    const back = view.placement?.cart.id;
    if (
      (await submit({ type: 'order/withdraw', key: entry.id }, { text: text('order.withdrawn') })) &&
      back !== undefined
    )
      go({ screen: 'cart', cartId: back });
  }

  if (entry.refusal !== null) {
    const why = vendorRefusalText(entry.refusal);
    const vendor = entry.refusal.vendorQuote;
    if (entry.command.kind === 'order/cancel') {
      return (
        <Banner
          tone="late"
          action={
            <Button onPress={() => void submit({ type: 'order/withdraw', key: entry.id })}>
              {text('shell.dismiss')}
            </Button>
          }
        >
          {text('order.cancel-refused', { why })}
        </Banner>
      );
    }
    const refused = (
      <Banner tone="late" action={<Button onPress={() => void withdraw()}>{text('order.withdraw')}</Button>}>
        {text('order.refused-why', { why })}
      </Banner>
    );
    if (vendor === null) return refused;
    return (
      <>
        {refused}
        <Difference ours={view.quote} theirs={vendor} />
      </>
    );
  }
  if (entry.command.kind === 'order/cancel') {
    return (
      <Banner tone="soon" action={retry}>
        {text('order.cancelling')} {text(`answer.${entry.lastAnswer}`)} {tries}
      </Banner>
    );
  }
  if (standing === 'outcome-unknown' || standing === 'sending') {
    return (
      <Banner tone={standing === 'sending' ? 'soon' : 'late'} action={retry}>
        {text('order.unknown')} {text(`answer.${entry.lastAnswer}`)} {tries}
      </Banner>
    );
  }
  const signIn = (
    <Button onPress={() => openDialog({ kind: 'sign-in', why: 'order' })}>{text('sign-in.button')}</Button>
  );
  return (
    <Banner
      tone="soon"
      action={
        <div className="row">
          <Button onPress={() => void withdraw()}>{text('order.withdraw')}</Button>
          {entry.lastAnswer === 'sign-in-needed' ? signIn : retry}
        </div>
      }
    >
      {text('order.queued', { why: text(`answer.${entry.lastAnswer}`) })} {tries}
    </Banner>
  );
}
