import type { PaidFor } from '../../../core/desk/pending/paid-for.ts';
import { deadlines, type Deadline } from '../../../core/desk/plan/deadlines.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { addDays, addMonths, type Day } from '../../../core/kernel/day.ts';
import { CalendarProblem } from '../../components/calendar-feed.tsx';
import { Button } from '../../components/buttons.tsx';
import { Card, Empty, Page } from '../../components/surfaces.tsx';
import { useSteps } from '../../components/use-steps.ts';
import { useDesk } from '../../store/desk.ts';
import { remembered } from '../../store/remembered.ts';
import { go, openDialog } from '../../store/ui-store.ts';
import { longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { beginPlan, useRenewalChoices } from '../renewal-plan/use-renewal-plan.ts';
import type { ServiceRow } from '../services/service-rows.ts';
import { Deadlines } from './deadlines.tsx';
import { ExpiriesPicture } from './expiries-picture.tsx';
import { MoneyAhead } from './money-ahead.tsx';
import { ReminderBanners } from './reminder-banners.tsx';
import { Routine } from './routine.tsx';
import { SeatsPicture } from './seats-picture.tsx';
import type { Task } from './tasks/task.ts';
import { ToFix } from './to-fix.tsx';
import { paidIn } from './tasks/open-tasks.ts';
import { useOpenTasks } from './use-open-tasks.ts';

const horizonDays = 180;

/** The plan of twelve months without assumptions. Null while it is worked out, or if there are no prices. */
function useYearPlan() {
  const state = useDesk((desk) => desk.state);
  const { method, noticeMonths, forced, forbidden } = useRenewalChoices();
  const { value } = useSteps(
    beginPlan(state, {
      method,
      noticeMonths,
      forced,
      forbidden,
      horizonMonths: 12,
      increaseBasisPoints: 0,
      seats: 0,
      extendTo: null,
    }),
  );
  return value?.ok === true ? value.value : null;
}

const comingOf = remembered((services: AppState['replica']['services'], today: Day, paid: PaidFor) =>
  deadlines(services.values(), today, addDays(today, horizonDays), paid),
);

const routineOf = remembered((rows: readonly ServiceRow[], tasks: readonly Task[]) => {
  const asking = new Set(tasks.flatMap(({ serviceId }) => serviceId ?? []));
  return rows.filter(({ service, phase }) => phase !== 'deleted' && !asking.has(service.id));
});

/** The first day on which something must be done for a service of the routine. */
const nextOf = remembered(
  (coming: readonly Deadline[], routine: readonly ServiceRow[], today: Day, paid: PaidFor) => {
    const quiet = new Set<string>(routine.map(({ service }) => service.id));
    const soon = coming.find((one) => asksForWork(one) && quiet.has(one.serviceId));
    if (soon !== undefined) return soon.on;
    // Tens of thousands of days of two years are looked through only if nothing comes sooner.
    const later = deadlines(
      routine.map(({ service }) => service),
      today,
      addMonths(today, 24),
      paid,
    );
    return later.find(asksForWork)?.on ?? null;
  },
);

const asksForWork = ({ kind }: Deadline): boolean =>
  kind === 'transfer' || kind === 'debit' || kind === 'items' || kind === 'expiry';

/** The home screen answers "what do I do now?": tasks first, then pictures. Routine is folded away. */
export function StatusScreen() {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const { rows, tasks } = useOpenTasks();
  const plan = useYearPlan();
  const paid = paidIn(state);
  const coming = comingOf(state.replica.services, today, paid);
  const routine = routineOf(rows, tasks);

  if (rows.length === 0) return <NoService />;
  return (
    <Page
      wide
      title={text('status.title')}
      lead={leadOf(tasks, today)}
      actions={
        <>
          <Button onPress={() => go({ screen: 'import' })}>{text('status.import')}</Button>
          <Button onPress={() => openDialog({ kind: 'new-quote', serviceId: null })}>
            {text('quotes.new')}
          </Button>
        </>
      }
    >
      <ReminderBanners />
      <CalendarProblem />
      <div className="home">
        <div className="stack">
          <ToFix tasks={tasks} today={today} />
          <Routine
            rows={routine}
            all={rows.length}
            next={nextOf(coming, routine, today, paid)}
            today={today}
          />
        </div>
        <div className="stack">
          <ExpiriesPicture rows={rows} plan={plan} today={today} />
          <Deadlines coming={coming} today={today} />
        </div>
        <div className="stack">
          <SeatsPicture rows={rows} />
          <MoneyAhead plan={plan} />
        </div>
      </div>
    </Page>
  );
}

function leadOf(tasks: readonly Task[], today: Day): string {
  const due = tasks.find((task) => task.due !== null && task.due >= today)?.due ?? null;
  return due === null
    ? text('home.lead', { count: tasks.length })
    : text('home.lead-due', { count: tasks.length, day: longDay(due, today) });
}

/** Before the first service: where the services come from. */
function NoService() {
  const simulated = useDesk((desk) => desk.simulated);
  const action = simulated ? (
    <Button kind="primary" onPress={() => openDialog({ kind: 'sign-in', why: 'asked' })}>
      {text('sign-in.button')}
    </Button>
  ) : (
    <Button kind="primary" onPress={() => go({ screen: 'import-services' })}>
      {text('service-import.title')}
    </Button>
  );
  return (
    <Page title={text('status.title')}>
      <Card>
        <Empty title={text('status.empty-title')} action={action}>
          {text(simulated ? 'status.empty-text' : 'status.empty-own')}
        </Empty>
      </Card>
    </Page>
  );
}
