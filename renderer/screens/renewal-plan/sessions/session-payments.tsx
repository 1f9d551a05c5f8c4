import { useMemo, useState } from 'react';
import { paymentList, type PaymentList } from '../../../../core/desk/orders/payment-list.ts';
import type { OrderView } from '../../../../core/desk/pending/order-views.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import { explainOrders } from '../../../../core/quotes/explain.ts';
import { Amount } from '../../../components/amount.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { useGoOn } from '../../../components/use-go-on.ts';
import { useDesk } from '../../../store/desk.ts';
import { savePdf } from '../../../store/save-file.ts';
import { saveTable } from '../../../store/save-table.ts';
import { go } from '../../../store/ui-store.ts';
import { longDay, money } from '../../../text/format.ts';
import { paymentCells, paymentSheet } from '../../../papers/payment-sheet.ts';
import { text } from '../../../text/text.ts';

/**
 * The payments of a session: each order with its reference, and the list for the bank, on
 * paper or as a workbook.
 */
export function SessionPayments({
  orders,
  day,
  left,
}: {
  readonly orders: readonly OrderView[];
  readonly day: Day;
  /** The number of services of the session that are not ordered yet. */
  readonly left: number;
}) {
  const { today } = useDesk((desk) => desk.state);
  const list = useMemo(() => paymentList(orders), [orders]);
  const heading = useGoOn(left);
  if (orders.length === 0) return null;
  const { transfers, slips, notYet, payBy } = list;
  const waiting = explainOrders(notYet);
  return (
    <Card
      title={
        <h2 ref={heading} tabIndex={-1}>
          {text('session.payments')}
        </h2>
      }
      name={text('session.payments')}
      aside={<Amount explanation={explainOrders([...transfers, ...slips])} testId="session-to-pay" />}
    >
      <ul className="list session-list" aria-label={text('session.payments')}>
        {orders.map((view) => (
          <li key={view.id}>
            <span className="grow">
              <button
                type="button"
                className="link"
                onClick={() => go({ screen: 'orders', orderId: view.id })}
              >
                {view.orderNumber ?? text('orders.no-number')}
              </button>{' '}
              <span className="muted">{view.holder}</span>
            </span>
            <span>{money(view.gross)}</span>
          </li>
        ))}
      </ul>
      <div className="card-body stack stack-small">
        {payBy !== null && <p>{text('session.pay-by', { day: longDay(payBy, today) })}</p>}
        {notYet.length > 0 && (
          <p className="muted">
            {text('session.not-payable', { count: notYet.length, amount: money(waiting.amount) })}
          </p>
        )}
        <SaveButtons list={list} day={day} nothing={transfers.length + slips.length === 0} />
      </div>
    </Card>
  );
}

function SaveButtons({
  list,
  day,
  nothing,
}: {
  readonly list: PaymentList;
  readonly day: Day;
  readonly nothing: boolean;
}) {
  const { workspace, today } = useDesk((desk) => desk.state);
  const [printing, setPrinting] = useState(false);
  const firm = workspace.firm.get('firm');
  const name = text('session.payments-file', { day });

  async function pdf(): Promise<void> {
    if (firm === undefined) return;
    setPrinting(true);
    await savePdf({
      name: `${name}.pdf`,
      document: paymentSheet(list, { session: day, today }, firm, workspace.logos.get('firm')),
    });
    setPrinting(false);
  }

  function workbook(): void {
    void saveTable(name, paymentCells(list), 'xlsx');
  }

  return (
    <div className="row">
      <Button prints isDisabled={nothing || printing || firm === undefined} onPress={() => void pdf()}>
        {text(printing ? 'sheet.printing' : 'session.payments-pdf')}
      </Button>
      <Button isDisabled={nothing} onPress={workbook}>
        {text('session.payments-excel')}
      </Button>
    </div>
  );
}
