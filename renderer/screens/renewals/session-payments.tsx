import type { OrderView } from '../../../core/app/view.ts';
import { explainOrders } from '../../../core/quotes/explain.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { go } from '../../store/ui-store.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { savePayments } from './save-plan.ts';

/** What is to be paid for the session: each order with its reference, and the list to take to the bank. */
export function SessionPayments({ orders }: { readonly orders: readonly OrderView[] }) {
  const unpaid = orders.filter(({ standing }) => standing !== 'awaiting-activation' && standing !== 'active');

  // Without its number an order has no reference to pay with.
  const payable = unpaid.filter(({ orderNumber }) => orderNumber !== null);
  if (orders.length === 0) return null;
  return (
    <Card
      title={text('session.payments')}
      aside={<Amount explanation={explainOrders(unpaid.map(({ holder, quote }) => ({ holder, quote: { gross: quote.gross } })))} />}
    >
      <ul className="list session-list">
        {orders.map((view) => (
          <li key={view.id}>
            <span className="grow">
              <button type="button" className="link" onClick={() => go({ screen: 'orders', orderId: view.id })}>
                {view.orderNumber ?? text('orders.no-number')}
              </button>{' '}
              <span className="muted">{view.holder}</span>
            </span>
            <span>{money(view.quote.gross)}</span>
          </li>
        ))}
      </ul>
      <div className="card-body row">
        <Button isDisabled={payable.length === 0} onPress={() => void savePayments(payable)}>
          {text('session.payments-save')}
        </Button>
      </div>
    </Card>
  );
}
