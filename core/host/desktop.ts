import type { ReminderTarget } from '../desk/reminders/reminder-groups.ts';
import type { ChosenFile, Notify } from '../ports.ts';

/** What the person's own desktop does for the program. */
export interface Desktop {
  readonly notify: Notify;
  readonly calendarFile: ChosenFile;
  /** A notification was clicked: shows the screen on which something can be done. */
  open(target: ReminderTarget): void;
}
