import { useMemo, useState } from 'react';
import { isAtAruba } from '../../../core/desk/pending/renewals-under-way.ts';
import { renewalOrders } from '../../../core/desk/plan/renewal-orders.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { addDays, type Day } from '../../../core/kernel/day.ts';
import { CalendarFeedCard } from '../../components/calendar-feed.tsx';
import { Button } from '../../components/buttons.tsx';
import { Card, Empty, Page } from '../../components/surfaces.tsx';
import { useLeft } from '../../components/use-left.ts';
import { useDesk } from '../../store/desk.ts';
import { remembered } from '../../store/remembered.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useArrangements } from '../register/arrangement/use-arrangements.ts';
import { commonDate } from './timeline/common-date.ts';
import { ExportRenewalsDialog } from './export-renewals-dialog.tsx';
import { keptRenewalRows } from './kept-renewal-rows.ts';
import { MoneyCard } from './money-card.tsx';
import { PlanFigures } from './plan-figures.tsx';
import { longestHorizon } from './plan-filters.tsx';
import { monthsOf } from './plan-money.ts';
import type { RenewalRow } from './renewal-rows.ts';
import { RenewalsView } from './renewals-view.tsx';
import { saveCalendar } from './save-calendar.ts';
import { SessionsCard } from './sessions/sessions-card.tsx';
import { useLongPlanReady, useRenewalChoices, useShownPlan } from './use-renewal-plan.ts';
import { Unexplained } from './unexplained.tsx';
import { useShownRenewals } from './use-shown-renewals.ts';

const soonOf = remembered((rows: readonly RenewalRow[], today: Day) => {
  const until = addDays(today, 90);
  return rows.filter(({ expiry }) => expiry >= today && expiry <= until).length;
});
const ordersOf = remembered((state: AppState) => renewalOrders(state, isAtAruba));

/** All expiries on one timeline, the few days on which everything can be ordered, and the cost. */
export function RenewalsScreen() {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const chosen = useRenewalChoices();
  const arrangements = useArrangements();
  const { plan, choices } = useShownPlan(state, arrangements);
  const onYears = useLongPlanReady(state, arrangements, longestHorizon);
  const [exporting, setExporting] = useState(false);
  useLeft(() => setExporting(false));
  const date = commonDate(state);

  const all = keptRenewalRows(state, plan, arrangements);
  const shown = useShownRenewals(all, arrangements);
  const sessions = useMemo(() => plan.sessions.map(({ day }) => day), [plan]);
  const months = monthsOf(plan);
  const ordered = ordersOf(state);
  if (all.length === 0) {
    return (
      <Page title={text('renewal-plan.title')}>
        <Card>
          <Empty
            title={text('renewal-plan.empty-title')}
            action={
              <Button kind="primary" onPress={() => openDialog({ kind: 'sign-in', why: 'asked' })}>
                {text('sign-in.button')}
              </Button>
            }
          >
            {text('renewal-plan.empty-text')}
          </Empty>
        </Card>
      </Page>
    );
  }

  // A session with all its services ordered is finished. The next session has at least one
  // service left to order.
  const next = plan.sessions.find(({ windows }) => windows.some(({ id }) => !ordered.has(id)));
  return (
    <Page
      wide
      title={text('renewal-plan.title')}
      lead={text('renewal-plan.lead', {
        count: all.length,
        soon: soonOf(all, today),
      })}
      actions={
        <div className="row row-wrap">
          <Button onPress={() => void saveCalendar(state, plan)}>{text('renewal-plan.calendar')}</Button>
          <Button prints onPress={() => setExporting(true)}>
            {text('export-renewals.open')}
          </Button>
          <Button onPress={() => openDialog({ kind: 'what-if' })}>{text('forecast.open')}</Button>
          {arrangements !== null && (
            <Button onPress={() => go({ screen: 'recharge' })}>{text('recharge.title')}</Button>
          )}
          {next !== undefined && (
            <Button kind="primary" onPress={() => go({ screen: 'session', day: next.day })}>
              {text('renewal-plan.prepare', {
                day: longDay(next.day, today),
                count: next.windows.filter(({ id }) => !ordered.has(id)).length,
              })}
            </Button>
          )}
        </div>
      }
    >
      <PlanFigures plan={plan} months={months} horizonMonths={choices.horizonMonths} date={date} />
      <RenewalsView
        shown={shown}
        all={all.length}
        sessions={sessions}
        today={today}
        choices={chosen}
        planned={choices}
        onYears={onYears}
        date={date}
      />
      {exporting && (
        <ExportRenewalsDialog
          rows={shown.rows}
          plan={plan}
          arrangements={arrangements}
          method={choices.method}
          onClose={() => setExporting(false)}
        />
      )}
      <div className="halves">
        <MoneyCard plan={plan} />
        <SessionsCard
          plan={plan}
          ordered={ordered}
          arrangements={arrangements}
          today={today}
          method={text(`method.${choices.method}`)}
        />
      </div>
      <Unexplained />
      <CalendarFeedCard />
    </Page>
  );
}
