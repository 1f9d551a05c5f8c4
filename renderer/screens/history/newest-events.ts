import type { AppState } from '../../../core/desk/rows/state.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import type { HistoryEntry } from '../../../core/seats/history.ts';

/**
 * The history of one person, newest event first. It is the whole history if no person is given, or if the
 * person is no longer on the staff list.
 */
export function newestEvents({ workspace }: AppState, personId?: PersonId): readonly HistoryEntry[] {
  const all = [...workspace.history.values()];
  const entries =
    personId === undefined || !workspace.people.has(personId)
      ? all
      : all.filter((entry) => entry.personId === personId);
  // Events of the same step have the same time. The last one written comes first.
  return entries.toReversed().sort((a, b) => b.at - a.at);
}
