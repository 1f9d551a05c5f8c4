import { orderViews } from '../../../core/desk/pending/order-views.ts';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

/** Asks before cancelling, because the vendor cannot take a cancellation back. */
export function CancelOrderDialog({
  orderId,
  onClose,
}: {
  readonly orderId: string;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const view = orderViews(state).find(({ id }) => id === orderId);
  const orderNumber = view?.orderNumber ?? null;
  const method = view?.order?.method;
  if (method === undefined || orderNumber === null) return null;

  async function cancel(): Promise<void> {
    onClose();
    if (orderNumber !== null)
      await submit({ type: 'order/request-cancellation', orderNumber }, { text: text('order.cancelling') });
  }

  return (
    <Modal title={text('order.cancel-title', { number: orderNumber })} onClose={onClose}>
      <p>{text('order.cancel-text', { unless: text(`order.keep-if.${method}`) })}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('order.cancel-keep')}</Button>
        <Button kind="danger" onPress={() => void cancel()}>
          {text('order.cancel')}
        </Button>
      </div>
    </Modal>
  );
}
