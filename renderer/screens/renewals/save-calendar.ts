import { calendarEntries, calendarHorizon } from '../../../core/app/calendar-entries.ts';
import type { RenewalPlan } from '../../../core/app/renewal-plan.ts';
import type { AppState } from '../../../core/app/state.ts';
import { writeIcs } from '../../../core/app/write-ics.ts';
import { saveFile } from '../../store/save-file.ts';
import { text } from '../../text/text.ts';

/** Deadlines and sessions as a calendar file, written where the person says. */
export async function saveCalendar(state: AppState, plan: RenewalPlan): Promise<void> {
  const entries = calendarEntries(state, plan, calendarHorizon(state.today), {
    deadline: (kind, holder) => ({ title: text(`calendar.${kind}`, { holder }), text: text(`calendar.${kind}-text`, { holder }) }),
    session: (holders) => ({ title: text('calendar.session', { count: holders.length }), text: holders.slice(0, 200).join('\n') }),
  });
  const file = { name: 'scadenze-allinea.ics', text: writeIcs(text('calendar.name'), entries, Date.now()) };
  await saveFile(file, (path) => text('forecast.written', { path }));
}
