import { useMemo } from 'react';
import { byUrgency } from '../../../core/desk/plan/deadlines.ts';
import { useDesk } from '../../store/desk.ts';
import { useRegisterChecks } from '../register/use-register-checks.ts';
import { serviceRows, type ServiceRow } from '../services/service-rows.ts';
import { openTasks } from './tasks/open-tasks.ts';
import type { Task } from './tasks/task.ts';

/** The services by urgency, and everything that waits for a person. */
export function useOpenTasks(): { readonly rows: readonly ServiceRow[]; readonly tasks: readonly Task[] } {
  const state = useDesk((desk) => desk.state);
  const checks = useRegisterChecks();
  const rows = useMemo(
    () => serviceRows(state, byUrgency(state.replica.services.values(), state.today)),
    [state],
  );
  const tasks = useMemo(() => openTasks(state, rows, checks), [state, rows, checks]);
  return { rows, tasks };
}
