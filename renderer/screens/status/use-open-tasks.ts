import { byUrgency } from '../../../core/desk/plan/deadlines.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { useDesk } from '../../store/desk.ts';
import { remembered } from '../../store/remembered.ts';
import { useRegisterChecks } from '../register/use-register-checks.ts';
import { serviceRows, type ServiceRow } from '../services/service-rows.ts';
import { openTasks } from './tasks/open-tasks.ts';
import type { Task } from './tasks/task.ts';

const inOrder = remembered((services: AppState['replica']['services'], today: Day) =>
  byUrgency(services.values(), today),
);
let rowsBefore: readonly ServiceRow[] = [];

/** The same list as before if no row is another: the pictures of it are not made anew. */
const rowsOf = remembered((state: AppState) => {
  const rows = serviceRows(state, inOrder(state.replica.services, state.today));
  const same = rows.length === rowsBefore.length && rows.every((row, index) => row === rowsBefore[index]);
  if (!same) rowsBefore = rows;
  return rowsBefore;
});
const tasksOf = remembered(openTasks);

/** The services by urgency, and everything that waits for a person. */
export function useOpenTasks(): { readonly rows: readonly ServiceRow[]; readonly tasks: readonly Task[] } {
  const state = useDesk((desk) => desk.state);
  const checks = useRegisterChecks();
  const rows = rowsOf(state);
  return { rows, tasks: tasksOf(state, rows, checks) };
}
