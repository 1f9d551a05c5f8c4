import type { AppState } from '../../../core/desk/rows/state.ts';
import { departmentsOf } from '../../../core/people/departments.ts';
import { useDesk } from '../../store/desk.ts';
import { remembered } from '../../store/remembered.ts';

const departmentsIn = remembered((people: AppState['workspace']['people']) => departmentsOf(people.values()));

/** The departments of the staff, sorted as in Italian. */
export const useDepartments = (): readonly string[] =>
  departmentsIn(useDesk((desk) => desk.state.workspace.people));
