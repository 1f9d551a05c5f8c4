import { useMemo, useState } from 'react';
import type { Command } from '../../../core/desk/command.ts';
import { moneyByMonth } from '../../../core/desk/plan/renewal-money.ts';
import { renewalOrders } from '../../../core/desk/plan/renewal-orders.ts';
import { addDays, type Day } from '../../../core/kernel/day.ts';
import { paymentMethods } from '../../../core/orders/payment.ts';
import { CalendarFeedCard } from '../../components/calendar-feed.tsx';
import { Button, SearchField, Select } from '../../components/controls.tsx';
import { KeyFigure } from '../../components/key-figure.tsx';
import { Card, Empty, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { countText, dayText, longDay, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useCommonDate, useCommonDay, useCommonTotal, type CommonDate } from './timeline/common-date.ts';
import { ExportRenewalsDialog } from './export-renewals-dialog.tsx';
import { MoneyCard } from './money-card.tsx';
import { NoticeSelect } from './notice-select.tsx';
import { found, renewalFilters, renewalRows, type RenewalFilter } from './renewal-rows.ts';
import { RenewalsView } from './renewals-view.tsx';
import { saveCalendar } from './save-calendar.ts';
import { SessionsCard } from './sessions/sessions-card.tsx';
import { useRenewalChoices, useRenewalPlan } from './use-renewal-plan.ts';

const horizons = ['12', '24', '36', '60', '120'] as const;

const choose = (choice: Extract<Command, { type: 'plan/choose' }>['choice']): void =>
  void submit({ type: 'plan/choose', choice });

/** All expiries on one timeline, the few days on which everything can be ordered, and the cost. */
export function RenewalsScreen() {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const choices = useRenewalChoices();
  const plan = useRenewalPlan(state);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<RenewalFilter>('all');
  const [exporting, setExporting] = useState(false);
  const date = useCommonDate(state);

  const all = useMemo(() => renewalRows(state, plan), [state, plan]);
  const rows = useMemo(() => found(all, query, filter), [all, query, filter]);
  const sessions = useMemo(() => plan.sessions.map(({ day }) => day), [plan]);
  const months = useMemo(() => moneyByMonth(plan), [plan]);
  const ordered = useMemo(() => renewalOrders(state), [state]);
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

  const soon = addDays(today, 90);
  // A session with all its services ordered is finished. The next session has at least one
  // service left to order.
  const next = plan.sessions
    .map(({ day, windows }) => ({ day, left: windows.filter(({ id }) => !ordered.has(id)).length }))
    .find(({ left }) => left > 0);
  const sum = [...months.values()].reduce(
    (before, gross) => before + gross,
    0,
  ) as typeof months extends ReadonlyMap<string, infer C> ? C : never;
  return (
    <Page
      title={text('renewal-plan.title')}
      lead={text('renewal-plan.lead', {
        count: all.length,
        soon: all.filter(({ expiry }) => expiry >= today && expiry <= soon).length,
      })}
      actions={
        <div className="row row-wrap">
          <Button onPress={() => void saveCalendar(state, plan)}>{text('renewal-plan.calendar')}</Button>
          <Button onPress={() => setExporting(true)}>{text('export-renewals.open')}</Button>
          <Button onPress={() => openDialog({ kind: 'what-if' })}>{text('forecast.open')}</Button>
          {next !== undefined && (
            <Button kind="primary" onPress={() => go({ screen: 'session', day: next.day })}>
              {text('renewal-plan.prepare', { day: longDay(next.day, today), count: next.left })}
            </Button>
          )}
        </div>
      }
    >
      <div className="key-figures">
        <KeyFigure
          label={text('renewal-plan.in-months', { months: choices.horizonMonths })}
          figure={countText(plan.sessions.length)}
        >
          {text('renewal-plan.fewest')}
        </KeyFigure>
        <KeyFigure
          label={text('renewal-plan.without-plan')}
          figure={text('renewal-plan.days', { count: plan.daysWithoutPlan })}
        />
        <KeyFigure
          label={text('renewal-plan.outflow', { months: choices.horizonMonths })}
          figure={money(sum)}
        >
          {text('renewal-plan.gross')}
        </KeyFigure>
        <CommonFigure date={date} today={today} />
      </div>
      <div className="row row-wrap">
        <SearchField label={text('matrix.search-service')} value={query} onChange={setQuery} />
        <Select
          inline
          label={text('renewal-plan.show')}
          value={filter}
          choices={renewalFilters.map((id) => ({ id, label: text(`renewal-plan.filter-${id}`) }))}
          onChange={setFilter}
        />
        <Select
          inline
          label={text('renewal-plan.method')}
          value={choices.method}
          choices={paymentMethods.map((id) => ({ id, label: text(`method.${id}`) }))}
          onChange={(method) => choose({ method })}
        />
        <NoticeSelect
          inline
          months={choices.noticeMonths}
          onChange={(noticeMonths) => choose({ noticeMonths })}
        />
        <Select
          inline
          label={text('renewal-plan.horizon')}
          value={String(choices.horizonMonths) as (typeof horizons)[number]}
          choices={horizons.map((id) => ({
            id,
            label: text('renewal-plan.years', { count: Number(id) / 12 }),
          }))}
          onChange={(id) => choose({ horizonMonths: Number(id) })}
        />
      </div>
      <RenewalsView rows={rows} sessions={sessions} today={today} choices={choices} date={date} />
      {exporting && (
        <ExportRenewalsDialog
          rows={rows}
          plan={plan}
          method={choices.method}
          onClose={() => setExporting(false)}
        />
      )}
      <div className="halves">
        <MoneyCard months={months} />
        <SessionsCard plan={plan} ordered={ordered} today={today} method={text(`method.${choices.method}`)} />
      </div>
      <CalendarFeedCard />
    </Page>
  );
}

/** The common date and its total, as a key figure. */
function CommonFigure({ date, today }: { readonly date: CommonDate | null; readonly today: Day }) {
  return (
    <KeyFigure label={text('renewal-plan.common')} figure={dayText(useCommonDay(today))}>
      {useCommonTotal(date, today)}
    </KeyFigure>
  );
}
