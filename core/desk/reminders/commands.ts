import { command } from '../define-command.ts';
import { reminderFields } from '../rows/reminder-choices.ts';
import { setReminders } from './decide-reminders.ts';

/** The commands about reminders. */
export const reminderCommands = { 'reminders/settings': command(reminderFields, setReminders) };
