import { ok } from '../../kernel/result.ts';
import type { Decision } from '../define-command.ts';
import { defaultReminderChoices, type ReminderChoices } from '../rows/reminder-choices.ts';
import type { AppState } from '../rows/state.ts';

/**
 * Sets what is named of when to remind; the rest stays. Each number of days is kept once: the furthest before
 * a deadline first, the soonest after an order first.
 */
export function setReminders(state: AppState, change: Partial<Omit<ReminderChoices, 'id'>>): Decision<never> {
  const before = state.workspace.reminderChoices.get('firm') ?? defaultReminderChoices;
  const choices = { ...before, ...change };
  const daysBefore = [...new Set(choices.daysBefore)].sort((a, b) => b - a);
  const daysUnpaid = [...new Set(choices.daysUnpaid)].sort((a, b) => a - b);
  return ok([{ table: 'reminderChoices', id: 'firm', value: { ...choices, daysBefore, daysUnpaid } }]);
}
