import { useMemo, useState } from 'react';
import type { PlannedRenewal } from '../../../../core/desk/plan/renewal-plan.ts';
import { isAtAruba } from '../../../../core/desk/pending/renewals-under-way.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import { explainOrders } from '../../../../core/quotes/explain.ts';
import { Amount } from '../../../components/amount.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Banner, Card, Page } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { goUp } from '../../../store/ui-store.ts';
import { longDay } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { useArrangements } from '../../register/arrangement/use-arrangements.ts';
import { accountWork, signInsText } from './account-words.ts';
import { SessionOrder } from './session-order.tsx';
import { SessionPurchases } from './session-purchases.tsx';
import { SessionPayments } from './session-payments.tsx';
import { isToPrepare, sessionRows, shownGross } from './session-rows.ts';
import { SessionTable } from './session-table.tsx';
import { useRenewalPlan } from '../use-renewal-plan.ts';

/** A session: the renewals of one working day, prepared, checked and ordered together. */
export function SessionScreen({ day }: { readonly day: Day }) {
  const state = useDesk((desk) => desk.state);
  const plan = useRenewalPlan(state);
  const planned = plan.sessions.find((session) => session.day === day);
  // The services that were opened stay on screen. An order moves the expiry of its service and
  // takes it out of the plan.
  const [windows, setWindows] = useState<readonly PlannedRenewal[]>(planned?.windows ?? []);
  if (windows.length === 0 && planned !== undefined) setWindows(planned.windows);
  const simulated = useDesk((desk) => desk.simulated);
  const arrangements = useArrangements();
  const { rows, work } = useMemo(() => {
    const found = sessionRows(state, windows);
    if (arrangements === null) return { rows: found, work: null };
    const arranged = accountWork(found, ({ renewal }) => renewal, arrangements, shownGross);
    return { rows: arranged.flatMap(({ items }) => items), work: arranged };
  }, [state, windows, arrangements]);
  const back = <Button onPress={() => goUp({ screen: 'renewals' })}>{text('session.back')}</Button>;

  if (rows.length === 0) {
    return (
      <Page title={text('session.title')} actions={back}>
        <Banner tone="soon">{text('session.gone', { day: longDay(day, state.today) })}</Banner>
      </Page>
    );
  }

  const open = rows.filter(isToPrepare);
  const done = rows.filter(({ order }) => order !== null && isAtAruba(order));
  const ready = rows.filter(({ cart, quote, order }) => cart !== null && quote !== null && order === null);
  const orders = rows.flatMap(({ order }) => order ?? []);
  const parts = rows.map((row) => ({ holder: row.renewal.holder, gross: shownGross(row) }));

  async function prepare(): Promise<void> {
    await submit(
      { type: 'session/prepare', serviceIds: open.map(({ renewal }) => renewal.serviceId) },
      { text: text('session.prepared', { count: open.length }), undo: true },
    );
  }

  return (
    <Page
      wide
      title={text('session.title')}
      lead={text('session.lead', {
        day: longDay(day, state.today),
        count: rows.length,
        ordered: done.length,
      })}
      actions={
        <div className="row">
          {back}
          {simulated && open.length > 0 && (
            <Button kind="primary" onPress={() => void prepare()}>
              {text('session.prepare', { count: open.length })}
            </Button>
          )}
        </div>
      }
    >
      <div className="split">
        <Card
          title={text('session.services')}
          aside={<Amount explanation={explainOrders(parts)} testId="session-total" />}
        >
          {work !== null && <p className="card-body muted">{signInsText(work)}</p>}
          <SessionTable rows={rows} work={work} arrangements={arrangements} />
        </Card>
        <div className="stack">
          {simulated ? (
            <>
              {open.length + ready.length > 0 && <SessionOrder day={day} ready={ready} />}
              <SessionPayments orders={orders} day={day} left={open.length + ready.length} />
            </>
          ) : (
            <SessionPurchases rows={rows} day={day} />
          )}
        </div>
      </div>
    </Page>
  );
}
