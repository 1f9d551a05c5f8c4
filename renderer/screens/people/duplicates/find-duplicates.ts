import type { AppState } from '../../../../core/desk/rows/state.ts';
import { remembered } from '../../../store/remembered.ts';
import { proposeDuplicates, type Duplicate } from '../../../../core/people/duplicates.ts';

const foundIn = remembered(
  (people: AppState['workspace']['people'], apart: AppState['workspace']['apart']): readonly Duplicate[] =>
    proposeDuplicates(people.values(), apart),
);

/** The possible duplicates of a state. Most events change other tables, so the answer is kept. */
export const findDuplicates = ({ workspace }: AppState): readonly Duplicate[] =>
  foundIn(workspace.people, workspace.apart);
