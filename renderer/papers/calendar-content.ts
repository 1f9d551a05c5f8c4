import { calendarEntries, calendarHorizon } from '../../core/desk/plan/calendar-entries.ts';
import type { RenewalPlan } from '../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { writeIcs } from '../../core/formats/calendar/write-ics.ts';
import { text } from '../text/text.ts';

export const calendarName = 'scadenze-allinea.ics';

/** The deadlines and sessions as the text of a calendar file, in the language of the screen. */
export function calendarContent(state: AppState, plan: Pick<RenewalPlan, 'sessions'>): string {
  const entries = calendarEntries(state, plan, calendarHorizon(state.today), {
    deadline: (kind, holder) => ({
      title: text(`calendar.${kind}`, { holder }),
      text: text(`calendar.${kind}-text`, { holder }),
    }),
    session: (holders) => ({
      title: text('calendar.session', { count: holders.length }),
      text: holders.slice(0, 200).join('\n'),
    }),
  });
  return writeIcs(text('calendar.name'), entries, Date.now());
}
