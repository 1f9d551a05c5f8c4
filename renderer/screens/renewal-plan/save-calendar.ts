import type { RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { calendarInSteps, calendarName } from '../../papers/calendar-content.ts';
import { saveInSteps } from '../../store/save-file.ts';

/** Saves the deadlines and sessions as a calendar file. The person chooses the place. */
export async function saveCalendar(state: AppState, plan: RenewalPlan): Promise<void> {
  await saveInSteps(calendarName, calendarInSteps(state, plan));
}
