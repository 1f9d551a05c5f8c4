import type { AppState } from '../../../core/desk/rows/state.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import type { HistoryEntry } from '../../../core/seats/history.ts';

/**
 * The history of one person, or of everybody, the newest event first. Who is no longer in the list is nobody
 * to look for.
 */
export function newestEvents({ workspace }: AppState, personId?: PersonId): readonly HistoryEntry[] {
  const all = [...workspace.history.values()];
  const entries =
    personId === undefined || !workspace.people.has(personId)
      ? all
      : all.filter((entry) => entry.personId === personId);
  // Events of one step have one time: they stay in their order, the last one first.
  return entries.toReversed().sort((a, b) => b.at - a.at);
}
