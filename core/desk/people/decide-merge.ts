import type { PersonId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { apart } from '../../people/apart.ts';
import { mostNoteCharacters } from '../../people/note.ts';
import { fullName, type PersonDetails } from '../../people/person.ts';
import { seatId } from '../../seats/seat.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { PeopleRefusal } from './refusals.ts';
import { emailTaken } from './decide-people.ts';
import { holdersOf } from '../pending/held-services.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

type Decision = DecisionOr<PeopleRefusal>;

/**
 * Merges two rows of the staff list. `keep` stays with the chosen details and gets everything of `drop`:
 * seats, needs, usernames, places in carts and orders, history, notes. Refused if both hold a seat or a panel
 * user on one service (rule H2), if a third person has the address, or if the two notes together are too
 * long. Writes each row once; otherwise the step could not be undone.
 */
export function mergePeople(
  state: AppState,
  {
    keep,
    drop,
    details,
  }: { readonly keep: PersonId; readonly drop: PersonId; readonly details: PersonDetails },
): Decision {
  const dropped = state.workspace.people.get(drop);
  if (keep === drop || dropped === undefined || !state.workspace.people.has(keep))
    return err({ reason: 'unknown', what: 'person' });
  if (emailTaken(state, details.email, keep, drop))
    return err({ reason: 'duplicate-email', email: details.email });
  const kept = holdersOf(state, keep);
  const both = [...holdersOf(state, drop)].flatMap(([serviceId, holder]) =>
    kept.has(serviceId) ? [holder] : [],
  );
  if (both.length > 0) return err({ reason: 'both-hold-seats', name: fullName(dropped), holders: both });
  const notes = mergedNotes(state, keep, drop);
  if (!notes.ok) return notes;
  return ok([
    { table: 'people', id: keep, value: { ...details, id: keep } },
    { table: 'people', id: drop, value: null },
    ...notes.value,
    ...mergedSeats(state, keep, drop),
    ...followed(state, keep, drop),
    ...mergedApart(state, keep, drop),
    { table: 'merged', id: drop, value: { id: drop, into: keep } },
  ]);
}

/** Both notes in one, the kept person's first. */
function mergedNotes({ workspace: { notes } }: AppState, keep: PersonId, drop: PersonId): Decision {
  const other = notes.get(drop);
  if (other === undefined) return ok([]);
  const own = notes.get(keep);
  const text = own === undefined || own.text === other.text ? other.text : `${own.text}\n\n${other.text}`;
  if (text.length > mostNoteCharacters)
    return err({ reason: 'notes-too-long', characters: text.length, most: mostNoteCharacters });
  return ok([
    { table: 'notes', id: keep, value: { id: keep, text } },
    { table: 'notes', id: drop, value: null },
  ]);
}

/** On each service the kept person has what either of the two had. A seat counts more than a need. */
function mergedSeats(
  { workspace: { seats, needs } }: AppState,
  keep: PersonId,
  drop: PersonId,
): WorkspaceChange[] {
  const changes: WorkspaceChange[] = [];
  for (const seat of seats.values()) {
    if (seat.personId !== drop) continue;
    const id = seatId(seat.serviceId, keep);
    changes.push(
      { table: 'seats', id: seat.id, value: null },
      { table: 'seats', id, value: { ...seat, id, personId: keep } },
    );
    if (needs.has(id)) changes.push({ table: 'needs', id, value: null });
  }
  for (const need of needs.values()) {
    if (need.personId !== drop) continue;
    const id = seatId(need.serviceId, keep);
    const own = needs.get(id);
    changes.push({ table: 'needs', id: need.id, value: null });
    if (own === undefined && seats.has(id)) continue;
    // Both wait: the person keeps the earlier place, and the permissions that either was to start with.
    const permissions = own?.permissions ?? need.permissions;
    const order = Math.min(own?.order ?? need.order, need.order);
    if (own?.permissions !== permissions || own?.order !== order)
      changes.push({ table: 'needs', id, value: { ...need, id, personId: keep, permissions, order } });
  }
  return changes;
}

/** The rows that only name the person. They keep their ids. */
function followed(
  { workspace: { usernames, carts, placements, purchases, history } }: AppState,
  keep: PersonId,
  drop: PersonId,
): WorkspaceChange[] {
  const changes: WorkspaceChange[] = [];
  /** A person named twice counts once. The other user has no name then. */
  const named = (personIds: readonly PersonId[]): readonly PersonId[] => [
    ...new Set(personIds.map((id) => (id === drop ? keep : id))),
  ];
  for (const [id, record] of usernames)
    if (record.personId === drop)
      changes.push({ table: 'usernames', id, value: { ...record, personId: keep } });
  for (const [id, cart] of carts)
    if (cart.personIds.includes(drop))
      changes.push({ table: 'carts', id, value: { ...cart, personIds: named(cart.personIds) } });
  for (const [id, placement] of placements) {
    const { cart, personIds } = placement;
    if (personIds.includes(drop) || cart.personIds.includes(drop))
      changes.push({
        table: 'placements',
        id,
        value: {
          ...placement,
          personIds: named(personIds),
          cart: { ...cart, personIds: named(cart.personIds) },
        },
      });
  }
  for (const [id, purchase] of purchases)
    if (purchase.personIds.includes(drop))
      changes.push({
        table: 'purchases',
        id,
        value: { ...purchase, personIds: named(purchase.personIds) },
      });
  for (const [id, entry] of history)
    if (entry.personId === drop) changes.push({ table: 'history', id, value: { ...entry, personId: keep } });
  return changes;
}

/**
 * The kept person stays apart from everybody that either of the two was told apart from. The pair itself is
 * forgotten.
 */
function mergedApart(
  { workspace: { apart: told } }: AppState,
  keep: PersonId,
  drop: PersonId,
): WorkspaceChange[] {
  const changes = new Map<string, WorkspaceChange>();
  for (const { id, personIds } of told.values()) {
    if (!personIds.includes(drop)) continue;
    changes.set(id, { table: 'apart', id, value: null });
    const other = personIds[0] === drop ? personIds[1] : personIds[0];
    const value = apart(keep, other);
    if (other !== keep && !told.has(value.id)) changes.set(value.id, { table: 'apart', id: value.id, value });
  }
  return [...changes.values()];
}

/** Remembers that two people with alike names are two. They are not proposed for merging again. */
export function tellApart(
  { workspace }: AppState,
  { personIds: [one, other] }: { readonly personIds: readonly [PersonId, PersonId] },
): Decision {
  if (one === other || !workspace.people.has(one) || !workspace.people.has(other))
    return err({ reason: 'unknown', what: 'person' });
  const value = apart(one, other);
  return ok(workspace.apart.has(value.id) ? [] : [{ table: 'apart', id: value.id, value }]);
}
