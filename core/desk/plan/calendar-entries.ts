import type { Day } from '../../kernel/day.ts';
import { addMonths } from '../../kernel/day.ts';
import { eachInSteps, within, type Steps } from '../../kernel/steps.ts';
import { deadlinesInSteps, type Deadline, type DeadlineKind } from './deadlines.ts';
import { paidFor } from '../pending/paid-for.ts';
import type { RenewalPlan } from './renewal-plan.ts';
import type { AppState } from '../rows/state.ts';
import type { CalendarEntry } from '../../formats/calendar/write-ics.ts';

/** The words of the calendar, in the language of the screen. */
export interface CalendarWords {
  readonly deadline: (
    kind: DeadlineKind,
    holder: string,
    items: Deadline['items'],
  ) => { readonly title: string; readonly text: string };
  readonly session: (holders: readonly string[]) => { readonly title: string; readonly text: string };
}

const alarmsOf: Readonly<Record<DeadlineKind, readonly number[]>> = {
  transfer: [7, 1],
  card: [1],
  notice: [0],
  debit: [7, 1],
  expiry: [1],
  deletion: [30, 7],
  items: [7, 1],
};

/**
 * The deadlines of all services until a day, and the sessions of the plan. A deadline keeps its uid if a
 * renewal moves it; only ending items have theirs by day. Sessions are numbered, so a changed plan moves them
 * too.
 */
export function* calendarEntriesInSteps(
  state: AppState,
  plan: Pick<RenewalPlan, 'sessions'>,
  until: Day,
  words: CalendarWords,
): Steps<readonly CalendarEntry[]> {
  const { services } = state.replica;
  const days = yield* within(deadlinesInSteps(services.values(), state.today, until, paidFor(state)), 0, 0.1);
  const entryOf = ({ serviceId, holder, kind, on, items }: Deadline): CalendarEntry => ({
    // Items of one service can end on several days.
    uid: `${serviceId}-${kind === 'items' ? `${kind}-${on}` : kind}@allinea`,
    day: on,
    ...words.deadline(kind, holder, items),
    alarmDays: alarmsOf[kind],
  });
  const dates = yield* eachInSteps(days.length, (index) => entryOf(days[index] as Deadline));
  const sessions = plan.sessions.map(({ day, windows }, index): CalendarEntry => ({
    uid: `session-${index + 1}@allinea`,
    day,
    ...words.session(windows.map(({ holder }) => holder)),
    alarmDays: [7, 0],
  }));
  return [...dates, ...sessions];
}

/** The default end of the calendar. A service has its next deadlines within about a year. */
export const calendarHorizon = (today: Day): Day => addMonths(today, 24);
