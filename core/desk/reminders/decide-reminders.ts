import { ok, type Result } from '../../kernel/result.ts';
import type { Command, Refusal } from '../command.ts';
import type { WorkspaceChange } from '../rows/state.ts';

/**
 * When to be reminded: each number of days once, the furthest before a deadline and the soonest after an
 * order first.
 */
export function setReminders({
  type: _,
  ...choices
}: Extract<Command, { type: 'reminders/settings' }>): Result<WorkspaceChange[], Refusal> {
  const daysBefore = [...new Set(choices.daysBefore)].sort((a, b) => b - a);
  const daysUnpaid = [...new Set(choices.daysUnpaid)].sort((a, b) => a - b);
  return ok([
    { table: 'reminderChoices', id: 'firm', value: { id: 'firm', ...choices, daysBefore, daysUnpaid } },
  ]);
}
