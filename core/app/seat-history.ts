import { fullName, type Person } from '../people/person.ts';
import { eventOf, type HistoryEntry } from '../seats/history.ts';
import type { AppState, WorkspaceChange } from './state.ts';

/** The entries that changes of seats leave behind, before they are applied. */
export function seatHistory(
  { workspace, replica }: AppState,
  changes: readonly WorkspaceChange[],
  { at, by, newId }: { readonly at: number; readonly by: string | null; readonly newId: () => string },
): readonly WorkspaceChange[] {
  // People who come in the same step as their seat.
  const arrived = new Map<string, Person>();
  for (const change of changes) if (change.table === 'people' && change.value !== null) arrived.set(change.id, change.value);
  const entries: WorkspaceChange[] = [];
  for (const change of changes) {
    if (change.table !== 'seats') continue;
    const before = workspace.seats.get(change.id);
    const event = eventOf(before, change.value);
    const seat = change.value ?? before;
    if (event === null || seat === undefined) continue;
    const { personId, serviceId, username, permissions } = seat;
    const person = workspace.people.get(personId) ?? arrived.get(personId);
    const id = newId();
    const value: HistoryEntry = {
      id,
      at,
      by,
      event,
      personId,
      personName: person === undefined ? '' : fullName(person),
      serviceId,
      holder: replica.services.get(serviceId)?.holder ?? '',
      username,
      permissions,
    };
    entries.push({ table: 'history', id, value });
  }
  return entries;
}
