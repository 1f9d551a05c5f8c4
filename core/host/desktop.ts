import type { ReminderTarget } from '../desk/reminders/reminder-groups.ts';
import type { ChosenFile, Notify } from '../ports.ts';

/** What the person's desktop does for the program. */
export interface Desktop {
  readonly notify: Notify;
  readonly calendarFile: ChosenFile;
  /** Called when a notification is clicked. Shows the screen on which the person can act. */
  open(target: ReminderTarget): void;
}
