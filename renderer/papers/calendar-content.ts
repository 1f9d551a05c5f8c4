import {
  calendarEntriesInSteps,
  calendarHorizon,
  type CalendarWords,
} from '../../core/desk/plan/calendar-entries.ts';
import type { RenewalPlan } from '../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { within, type Steps } from '../../core/kernel/steps.ts';
import { writeIcsInSteps } from '../../core/formats/calendar/write-ics.ts';
import { itemsText } from '../text/item-words.ts';
import { text } from '../text/text.ts';

export const calendarName = 'scadenze-allinea.ics';

/** The deadlines and sessions as the text of a calendar file, in the language of the screen. */
export function* calendarInSteps(state: AppState, plan: Pick<RenewalPlan, 'sessions'>): Steps<string> {
  const words: CalendarWords = {
    deadline: (kind, holder, items) => {
      const named = { holder, items: itemsText(items) };
      return { title: text(`calendar.${kind}`, named), text: text(`calendar.${kind}-text`, named) };
    },
    session: (holders) => ({
      title: text('calendar.session', { count: holders.length }),
      text: holders.slice(0, 200).join('\n'),
    }),
  };
  const entries = yield* within(
    calendarEntriesInSteps(state, plan, calendarHorizon(state.today), words),
    0,
    0.5,
  );
  return yield* within(writeIcsInSteps(text('calendar.name'), entries, Date.now()), 0.5, 1);
}
