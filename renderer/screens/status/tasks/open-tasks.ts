import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { RegisterCheck } from '../../../../core/register/checks.ts';
import type { ServiceRow } from '../../services/service-rows.ts';
import { orderTasks } from './order-tasks.ts';
import { registerTasks } from './register-tasks.ts';
import { renewalTask } from './renewal-tasks.ts';
import { seatTasks } from './seat-tasks.ts';
import { inOrderOfUrgency, type Task } from './task.ts';

/** Everything that waits for a person, the most urgent first. */
export function openTasks(
  state: AppState,
  rows: readonly ServiceRow[],
  checks: readonly RegisterCheck[],
): readonly Task[] {
  return inOrderOfUrgency([
    ...orderTasks(state),
    ...rows.flatMap((row) => [...renewalTask(state, row)]),
    ...registerTasks(state, checks),
    ...seatTasks(state, rows),
  ]);
}
