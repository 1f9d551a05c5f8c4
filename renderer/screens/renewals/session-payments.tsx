import type { OrderView } from '../../../core/app/view.ts';
import { explainOrders } from '../../../core/quotes/explain.ts';
import { writeCsv } from '../../../core/people/write-csv.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { saveAs } from '../../store/actions.ts';
import { go } from '../../store/ui-store.ts';
import { amount, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** What is to be paid for the session: each order with its reference, and the list to take to the bank. */
export function SessionPayments({ orders }: { readonly orders: readonly OrderView[] }) {
  const unpaid = orders.filter(({ standing }) => standing !== 'awaiting-activation' && standing !== 'active');

  async function save(): Promise<void> {
    const headers = [
      text('session.col-order'),
      text('renewals.col-holder'),
      text('session.col-amount'),
      text('session.col-beneficiary'),
      text('session.col-iban'),
    ];
    const rows = unpaid.map(({ orderNumber, holder, quote, order }) => [
      orderNumber ?? '',
      holder,
      amount(quote.gross),
      order?.payment.beneficiary ?? '',
      order?.payment.iban ?? '',
    ]);
    await saveAs(`${text('session.payments-file')}.csv`, writeCsv([headers, ...rows]));
  }

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
        <Button isDisabled={unpaid.length === 0} onPress={() => void save()}>
          {text('session.payments-save')}
        </Button>
      </div>
    </Card>
  );
}
