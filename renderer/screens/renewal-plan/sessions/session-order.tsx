import { useMemo, useState } from 'react';
import { usualPayers } from '../../../../core/desk/orders/usual-payer.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';
import { paysAtOnce } from '../../../../core/orders/payment.ts';
import { Button } from '../../../components/buttons.tsx';
import { PaymentMethods } from '../../../components/payment-methods.tsx';
import { Banner, Card } from '../../../components/surfaces.tsx';
import { useGoOn } from '../../../components/use-go-on.ts';
import { useDesk } from '../../../store/desk.ts';
import { usePayerDrafts } from '../../../store/payer-drafts.ts';
import { go } from '../../../store/ui-store.ts';
import { useSessionMethod } from '../../../store/use-method.ts';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { clauses, Clauses, type Accepted } from '../../order-form/clauses.tsx';
import { payerProblems } from '../../order-form/payer-problems.ts';
import type { SessionRow } from './session-rows.ts';
import { useSessionOrders } from './use-session-orders.ts';

/**
 * Confirms all prepared carts one after the other. Each becomes its own order with its own figures. A refused
 * cart does not stop the others.
 */
export function SessionOrder({ day, ready }: { readonly day: Day; readonly ready: readonly SessionRow[] }) {
  const state = useDesk((desk) => desk.state);
  const [method, setMethod] = useSessionMethod(day);
  const drafts = usePayerDrafts(({ byCart }) => byCart);
  const [accepted, setAccepted] = useState<Accepted>(new Set());
  const { progress, refused, order, stop } = useSessionOrders(() => setAccepted(new Set()));
  const usual = useMemo(() => usualPayers(state), [state]);
  const payerOf = ({ cart }: SessionRow) => (cart === null ? undefined : (drafts[cart.id] ?? usual(cart)));
  const incomplete = ready.filter((row) => {
    const payer = payerOf(row);
    return payer === undefined || Object.keys(payerProblems(payer)).length > 0;
  });
  const total = ready.reduce((sum, { quote }) => sum + (quote?.gross ?? 0), 0) as Cents;

  const heading = useGoOn(`${ready.length > 0} ${progress !== null}`);

  return (
    <Card
      title={
        <h2 ref={heading} tabIndex={-1}>
          {text('session.order-title')}
        </h2>
      }
      name={text('session.order-title')}
      aside={text('renewal-plan.services', { count: ready.length })}
    >
      <div className="card-body stack stack-small">
        {ready.length === 0 ? (
          <p className="muted">{text('session.nothing-ready')}</p>
        ) : (
          <>
            <div className="row spread">
              <span className="muted">{text('session.total')}</span>
              <strong>{money(total)}</strong>
            </div>
            <PaymentMethods today={state.today} method={method} onChange={setMethod} />
            {paysAtOnce(method) && (
              <p>{text('automatic-renewal.will', { method: text(`pay-by.${method}`) })}</p>
            )}
            <Clauses accepted={accepted} onChange={setAccepted} />
            <IncompletePayers incomplete={incomplete} />
            {progress === null ? (
              <Button
                kind="primary"
                wide
                isDisabled={accepted.size < clauses.length || incomplete.length > 0}
                onPress={() => void order(ready, method, payerOf)}
              >
                {text('session.confirm', { count: ready.length })}
              </Button>
            ) : (
              <div className="row spread" role="status">
                <span>{text('session.progress', { done: progress.done, of: progress.of })}</span>
                <Button onPress={stop}>{text('session.stop')}</Button>
              </div>
            )}
          </>
        )}
        {refused.length > 0 && (
          <Banner tone="late" title={text('session.refused', { count: refused.length })}>
            {refused.slice(0, 5).join(' ')}
          </Banner>
        )}
      </div>
    </Card>
  );
}

/** Asks for the missing payer data. The button opens the order form of the first incomplete cart. */
function IncompletePayers({ incomplete }: { readonly incomplete: readonly SessionRow[] }) {
  const cart = incomplete[0]?.cart;
  if (cart === undefined || cart === null) return null;
  return (
    <Banner
      tone="soon"
      action={
        <Button onPress={() => go({ screen: 'order-form', cartId: cart.id })}>
          {text('session.fill-in')}
        </Button>
      }
    >
      {text('session.payer-incomplete', { count: incomplete.length })}
    </Banner>
  );
}
