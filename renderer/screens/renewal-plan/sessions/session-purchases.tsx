import { useMemo } from 'react';
import { openOrders } from '../../../../core/desk/pending/order-views.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import { Button } from '../../../components/buttons.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { prepareBatch } from '../../purchases/prepare-purchase.ts';
import { useArrangements } from '../../register/arrangement/use-arrangements.ts';
import { SessionPayments } from './session-payments.tsx';
import type { SessionRow } from './session-rows.ts';

/** The totals of carts, by service. A row without a cart shows what the plan expects on its day. */
const totalsShown = (rows: readonly SessionRow[]): Record<string, number> =>
  Object.fromEntries(
    rows.flatMap(({ cart, quote, renewal }) =>
      cart === null || quote === null ? [] : [[renewal.serviceId, quote.gross]],
    ),
  );

/** The session in a studio of one's own: a purchase a service in Aruba's pages, by account (rule K). */
export function SessionPurchases({ rows, day }: { readonly rows: readonly SessionRow[]; readonly day: Day }) {
  const arrangements = useArrangements();
  const state = useDesk((desk) => desk.state);
  const { purchases } = state.workspace;
  // A service with another open purchase waits for it (rule K).
  const held = useMemo(() => openOrders(state), [state]);
  const open = rows.filter(
    ({ order, later, renewal }) =>
      order === null &&
      !later &&
      !held.has(renewal.serviceId) &&
      arrangements?.get(renewal.serviceId)?.access !== 'client-buys',
  );
  const orders = rows.flatMap(({ order }) => order ?? []);
  return (
    <>
      <Card title={text('purchase.batch-title')}>
        <div className="card-body stack">
          <p className="muted">{text('purchase.batch-text')}</p>
          {open.length > 0 && (
            <Button
              kind="primary"
              wide
              onPress={() =>
                void prepareBatch(
                  open.map(({ renewal }) => renewal.serviceId),
                  text('purchase.batch-name', { day: dayText(day) }),
                  totalsShown(open),
                )
              }
            >
              {text('purchase.make-all', { count: open.length })}
            </Button>
          )}
          {purchases.size > 0 && (
            <Button wide onPress={() => go({ screen: 'orders', orderId: null })}>
              {text('purchase.see-all')}
            </Button>
          )}
        </div>
      </Card>
      {orders.length > 0 && <SessionPayments orders={orders} day={day} left={open.length} />}
    </>
  );
}
