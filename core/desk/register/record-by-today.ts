import { err } from '../../kernel/result.ts';
import type { Decision, IdOf, Stamp } from '../define-command.ts';
import type { AppState } from '../rows/state.ts';
import { recordEntries, type Recording } from './decide-register.ts';
import type { RegisterRefusal } from './refusals.ts';

/**
 * Records what is true by the day of the decision. A computer whose clock is ahead would say what wins over
 * everything that others record meanwhile. An invoice has a day of its own.
 */
export const recordByToday = (
  state: AppState,
  recording: Recording,
  idOf: IdOf,
  stamp: Stamp,
): Decision<RegisterRefusal> =>
  recording.asOf > state.today
    ? err({ reason: 'day-to-come', day: recording.asOf })
    : recordEntries(state, recording, idOf, stamp);
