import { moneyInAll } from '../../../core/desk/plan/renewal-money.ts';
import type { RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import { paymentUnderWay } from '../../../core/desk/pending/payment-under-way.ts';
import { awaitsPayment, orderViews } from '../../../core/desk/pending/order-views.ts';
import { explainOrders } from '../../../core/quotes/explain.ts';
import { Amount } from '../../components/amount.tsx';
import { TotalLine } from '../../components/amounts.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

const nothing = { now: [], sessions: [], automatic: [] } as const;

/** What is to be paid: the open orders, and the renewals of the next twelve months by who starts them. */
export function MoneyAhead({ plan }: { readonly plan: RenewalPlan | null }) {
  const state = useDesk((desk) => desk.state);
  const toPay = orderViews(state).filter(
    (view) =>
      awaitsPayment(view) && (view.order === null || paymentUnderWay(state, view.order) === undefined),
  );
  const byHand = plan === null ? 0 : moneyInAll({ ...nothing, sessions: plan.sessions });
  const automatic = plan === null ? 0 : moneyInAll({ ...nothing, automatic: plan.automatic });
  return (
    <Card title={text('home.money')} aside={text('home.money-aside')}>
      <div className="card-body">
        <ul className="totals money-ahead" aria-label={text('home.money')}>
          <TotalLine label={text('status.to-pay')}>
            <Amount explanation={explainOrders(toPay)} />
          </TotalLine>
          {plan !== null && (
            <>
              <TotalLine label={text('home.money-renewals')}>
                {money(moneyInAll({ ...nothing, sessions: plan.sessions }))}
              </TotalLine>
              <TotalLine label={text('home.money-automatic')}>
                {money(moneyInAll({ ...nothing, automatic: plan.automatic }))}
              </TotalLine>
              <li className="total">
                <span>{text('home.money-all')}</span>
                <span>
                  {money(moneyInAll({ ...nothing, sessions: plan.sessions, automatic: plan.automatic }))}
                </span>
              </li>
            </>
          )}
        </ul>
        {byHand + automatic > 0 && (
          <div className="money-bar" aria-hidden="true">
            <i style={{ flexGrow: byHand }} />
            <i style={{ flexGrow: automatic }} />
          </div>
        )}
      </div>
    </Card>
  );
}
