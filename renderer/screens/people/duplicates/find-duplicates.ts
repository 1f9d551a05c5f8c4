import { proposeDuplicatesInSteps } from '../../../../core/people/duplicates.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { remembered } from '../../../store/remembered.ts';

const beginIn = remembered(
  (people: AppState['workspace']['people'], apart: AppState['workspace']['apart']) => () =>
    proposeDuplicatesInSteps([...people.values()], apart),
);

/** Begins to look for possible duplicates: with the same function as long as people are the same. */
export const beginDuplicates = ({ workspace }: AppState) => beginIn(workspace.people, workspace.apart);
