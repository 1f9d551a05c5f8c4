import { ok } from '../../kernel/result.ts';
import type { Decision } from '../define-command.ts';
import type { ReminderChoices } from '../rows/reminder-choices.ts';
import type { AppState } from '../rows/state.ts';

/**
 * Sets when to remind. Each number of days is kept once: the furthest before a deadline first, the soonest
 * after an order first.
 */
export function setReminders(_state: AppState, choices: Omit<ReminderChoices, 'id'>): Decision<never> {
  const daysBefore = [...new Set(choices.daysBefore)].sort((a, b) => b - a);
  const daysUnpaid = [...new Set(choices.daysUnpaid)].sort((a, b) => a - b);
  return ok([
    { table: 'reminderChoices', id: 'firm', value: { id: 'firm', ...choices, daysBefore, daysUnpaid } },
  ]);
}
