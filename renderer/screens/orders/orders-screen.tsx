import { useMemo, useState } from 'react';
import { isOpen, orderViews } from '../../../core/desk/pending/order-views.ts';
import { Card, Empty, Page } from '../../components/surfaces.tsx';
import { Amount } from '../../components/amount.tsx';
import { explainGross } from '../../../core/quotes/explain.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { methodName } from '../../text/method-name.ts';
import { text } from '../../text/text.ts';
import { PurchasesScreen } from '../purchases/purchases-screen.tsx';
import { OrderDetail } from './order-detail.tsx';
import { foundOrders, OrderFilters, type OrderFilter } from './order-filters.tsx';
import { StandingBadge } from './standing-badge.tsx';

/** The orders: of a sample at its vendor, of a studio of one's own as purchases in Aruba's pages. */
export function OrdersScreen({ orderId }: { readonly orderId: string | null }) {
  const simulated = useDesk((desk) => desk.simulated);
  return simulated ? <VendorOrders orderId={orderId} /> : <PurchasesScreen purchaseId={orderId} />;
}

/** All orders, those at the vendor and those on their way, and one of them in full. */
function VendorOrders({ orderId }: { readonly orderId: string | null }) {
  const state = useDesk((desk) => desk.state);
  const views = useMemo(() => orderViews(state), [state]);
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<OrderFilter>('all');
  const found = useMemo(() => foundOrders(views, query, only), [views, query, only]);
  // A new order is opened by its key, before it has a number. It stays open when the number arrives.
  const current =
    views.find((view) => orderId !== null && (view.id === orderId || view.key === orderId)) ?? views[0];
  if (current === undefined) {
    return (
      <Page title={text('orders.title')}>
        <Card>
          <Empty title={text('orders.empty-title')}>{text('orders.empty-text')}</Empty>
        </Card>
      </Page>
    );
  }
  return (
    <Page
      wide
      title={text('orders.title')}
      lead={text('orders.lead', { count: views.length, open: views.filter(isOpen).length })}
    >
      <Card
        title={text('orders.list')}
        aside={<OrderFilters query={query} only={only} onQuery={setQuery} onOnly={setOnly} />}
      >
        {found.length === 0 && <p className="card-body muted">{text('orders.none-found')}</p>}
        <table className="table dense">
          <thead>
            <tr>
              <th>{text('orders.number')}</th>
              <th>{text('col.holder')}</th>
              <th>{text('orders.day')}</th>
              <th>{text('payment.method')}</th>
              <th className="num">{text('orders.total')}</th>
              <th>{text('col.state')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((view) => (
              <tr
                key={view.id}
                data-active={view.id === current.id}
                data-selected={view.id === current.id}
                data-quiet={view.standing === 'cancelled'}
                data-pick
                onClick={() => go({ screen: 'orders', orderId: view.id })}
              >
                <td>
                  <button type="button" className="link mono" aria-current={view.id === current.id}>
                    {view.orderNumber ?? text('orders.no-number')}
                  </button>
                </td>
                <td className="strong">{view.holder}</td>
                <td>{dayText(view.quote.day)}</td>
                <td className="muted">{methodName(view.method)}</td>
                <td className="num">
                  <Amount explanation={explainGross(view.quote)} />
                </td>
                <td>
                  <StandingBadge standing={view.standing} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <OrderDetail view={current} />
    </Page>
  );
}
