import type { AppState } from '../../../core/desk/rows/state.ts';
import type { RegisterCheck } from '../../../core/register/checks.ts';
import { useStepsAfterFirst } from '../../components/use-steps.ts';
import { useDesk } from '../../store/desk.ts';
import { remembered } from '../../store/remembered.ts';
import { useRegisterChecks } from '../register/use-register-checks.ts';
import { openTasksInSteps, type OpenTasks } from './tasks/open-tasks.ts';

const beginTasks = remembered(
  (state: AppState, checks: readonly RegisterCheck[]) => () => openTasksInSteps(state, checks),
);

/** The services by urgency, and everything that waits for a person. After a change a moment later. */
export function useOpenTasks(): OpenTasks {
  const state = useDesk((desk) => desk.state);
  return useStepsAfterFirst(beginTasks(state, useRegisterChecks()));
}
