import { fullName, type Person } from '../../people/person.ts';
import { eventOf, type HistoryEntry } from '../../seats/history.ts';
import type { Seat } from '../../seats/seat.ts';
import type { IdOf } from '../define-command.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

/** The history entries of changes of seats. Call it before the changes are applied. */
export function seatHistory(
  { workspace, replica }: AppState,
  changes: readonly WorkspaceChange[],
  { at, by, idOf }: { readonly at: number; readonly by: string | null; readonly idOf: IdOf },
): readonly WorkspaceChange[] {
  // People who are added in the same step as their seat.
  const arrived = new Map<string, Person>();
  for (const change of changes)
    if (change.table === 'people' && change.value !== null) arrived.set(change.id, change.value);
  const moved = movedSeats(workspace.seats, changes);
  const entries: WorkspaceChange[] = [];
  for (const change of changes) {
    if (change.table !== 'seats') continue;
    const before = workspace.seats.get(change.id);
    const seat = change.value ?? before;
    if (seat === undefined) continue;
    const hasMoved = moved.has(placeOf(seat));
    if (hasMoved && change.value === null) continue;
    const event = hasMoved && before === undefined ? 'moved' : eventOf(before, change.value);
    if (event === null) continue;
    const { personId, serviceId, username, permissions } = seat;
    const person = workspace.people.get(personId) ?? arrived.get(personId);
    const id = idOf(`${event} ${change.id}`);
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

/** Two seats are the same if their usernames are, whoever holds them. */
const placeOf = ({ serviceId, username }: Seat): string => `${serviceId}/${username.toLowerCase()}`;

/**
 * Seats that move from one row to another in one step: two rows of one person are merged, or parted again.
 */
function movedSeats(
  seats: ReadonlyMap<string, Seat>,
  changes: readonly WorkspaceChange[],
): ReadonlySet<string> {
  const [left, moved] = [new Set<string>(), new Set<string>()];
  for (const { table, id, value } of changes) {
    const seat = table === 'seats' && value === null ? seats.get(id) : undefined;
    if (seat !== undefined) left.add(placeOf(seat));
  }
  if (left.size === 0) return moved;
  for (const change of changes)
    if (
      change.table === 'seats' &&
      change.value !== null &&
      !seats.has(change.id) &&
      left.has(placeOf(change.value))
    )
      moved.add(placeOf(change.value));
  return moved;
}
