import { command } from '../define-command.ts';
import { reminderFields } from '../rows/reminder-choices.ts';
import { setReminders } from './decide-reminders.ts';

const { on, daysBefore, daysUnpaid, quiet, weekends } = reminderFields;

/** The commands about reminders. */
export const reminderCommands = {
  /** A setting that the command does not name stays as it is. */
  'reminders/settings': command(
    {
      on: on.exactOptional(),
      daysBefore: daysBefore.exactOptional(),
      daysUnpaid: daysUnpaid.exactOptional(),
      quiet: quiet.exactOptional(),
      weekends: weekends.exactOptional(),
    },
    setReminders,
  ),
};
