import { leftByFailedDebit, type OrderView } from '../../../core/desk/pending/order-views.ts';
import { canCancel } from '../../../core/orders/order.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { go, openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The order that a failed debit left behind, with buttons to pay or cancel it (rules F). */
export function LeftOrder({
  service,
  order: view,
}: {
  readonly service: Service;
  readonly order: OrderView | undefined;
}) {
  if (view === undefined || view.order === null || !leftByFailedDebit(view, service)) return null;
  return (
    <Banner
      tone="late"
      action={
        <div className="row">
          <Button onPress={() => go({ screen: 'orders', orderId: view.id })}>
            {text('automatic-renewal.pay')}
          </Button>
          {canCancel(view.order) && view.entry === null && (
            <Button kind="danger" onPress={() => openDialog({ kind: 'cancel-order', orderId: view.id })}>
              {text('automatic-renewal.cancel')}
            </Button>
          )}
        </div>
      }
    >
      {text('automatic-renewal.left-order', { number: view.orderNumber ?? '' })}
    </Banner>
  );
}
