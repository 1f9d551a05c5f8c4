import { paidFor, type PaidFor } from '../../../../core/desk/pending/paid-for.ts';
import { renewalsUnderWay } from '../../../../core/desk/pending/renewals-under-way.ts';
import { byUrgency } from '../../../../core/desk/plan/deadlines.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import type { Steps } from '../../../../core/kernel/steps.ts';
import type { RegisterCheck } from '../../../../core/register/checks.ts';
import { remembered } from '../../../store/remembered.ts';
import { seatsIn, serviceRows, type ServiceRow } from '../../services/service-rows.ts';
import { orderTasks } from './order-tasks.ts';
import { registerTasks } from './register-tasks.ts';
import { endingTasks, renewalTask } from './renewal-tasks.ts';
import { freeTask, leavingTasks, panelTasks, waitingTasks } from './seat-tasks.ts';
import { inOrderOfUrgency, type Task } from './task.ts';

/** The services by urgency, and everything that waits for a person, the most urgent first. */
export interface OpenTasks {
  readonly rows: readonly ServiceRow[];
  readonly tasks: readonly Task[];
}

/** Services in one step. */
const slice = 500;

const inOrder = remembered((services: AppState['replica']['services'], today: Day) =>
  byUrgency(services.values(), today),
);

const paidBy = remembered(
  (orders: AppState['replica']['orders'], saidPaid: AppState['workspace']['saidPaid'], today: Day): PaidFor =>
    paidFor({ replica: { orders }, workspace: { saidPaid }, today }),
);

/** What paid orders will move, worked out once for all lists of this state. */
export const paidIn = ({ replica, workspace, today }: AppState): PaidFor =>
  paidBy(replica.orders, workspace.saidPaid, today);

let rowsBefore: readonly ServiceRow[] = [];

/** The list before if no row is another: the pictures of it are not made anew. */
function sameRows(rows: readonly ServiceRow[]): readonly ServiceRow[] {
  const same = rows.length === rowsBefore.length && rows.every((row, index) => row === rowsBefore[index]);
  if (!same) rowsBefore = rows;
  return rowsBefore;
}

/** The tasks of one kind, service by service. */
function* tasksOf(rows: readonly ServiceRow[], of: (row: ServiceRow) => Iterable<Task>): Steps<Task[]> {
  const tasks: Task[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % slice === slice - 1) yield index / rows.length;
    tasks.push(...of(row));
  }
  return tasks;
}

export function* openTasksInSteps(state: AppState, checks: readonly RegisterCheck[]): Steps<OpenTasks> {
  const services = inOrder(state.replica.services, state.today);
  const made: ServiceRow[] = [];
  for (let from = 0; from < services.length; from += slice) {
    made.push(...serviceRows(state, services.slice(from, from + slice)));
    yield made.length / services.length;
  }
  const rows = sameRows(made);
  const orders = [...orderTasks(state)];
  yield 1;
  const underWay = renewalsUnderWay(state);
  const renewals = yield* tasksOf(rows, (row) => renewalTask(state, row, underWay.get(row.service.id)));
  const paid = paidIn(state);
  const ending = yield* tasksOf(rows, (row) => endingTasks(state, row, paid));
  const waiting = yield* tasksOf(rows, waitingTasks);
  const index = seatsIn(state);
  const panel = yield* tasksOf(rows, (row) => panelTasks(state, index, row));
  const free = yield* tasksOf(rows, freeTask);
  const register = registerTasks(state, checks);
  const leaving = leavingTasks(state);
  return {
    rows,
    tasks: inOrderOfUrgency([
      ...orders,
      ...renewals,
      ...ending,
      ...register,
      ...waiting,
      ...leaving,
      ...panel,
      ...free,
    ]),
  };
}
