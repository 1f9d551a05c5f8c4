import type { PersonId, ServiceId } from '../../kernel/id.ts';
import { emailKey } from '../../people/person.ts';
import { userKey } from '../pending/held-services.ts';
import {
  isUserCommand,
  usernameOf,
  type AppState,
  type UserCommand,
  type WorkspaceChange,
} from '../rows/state.ts';

type OwnRows = Pick<AppState, 'workspace'>;

/**
 * What forgets a person: the row, the note, the needs, the seats, the places in carts and purchases, and the
 * user in earlier facts about panels, in commands about them and in what the vendor forgot of them. In the
 * history a pseudonym replaces the name (domain.md 8.7). Usernames stay taken (rule H3) without a name. The
 * id is remembered, so that older files can be cleaned. It works in older tables too: there the person may
 * still have a seat, or the row may be gone already.
 */
export function forgetPerson({ workspace }: OwnRows, personId: PersonId): WorkspaceChange[] {
  const { people, history, merged, erased } = workspace;
  const others = mergedInto(merged, personId);
  const count = new Set(
    [...history.values()]
      .filter((entry) => entry.personName.startsWith(pseudonym))
      .map((entry) => entry.personId),
  ).size;
  const changes: WorkspaceChange[] = [];
  for (const id of [personId, ...others]) {
    if (people.has(id)) changes.push({ table: 'people', id, value: null });
    changes.push(...placesOf(workspace, id));
    if (!erased.has(id)) changes.push({ table: 'erased', id, value: { id } });
    if (merged.has(id)) changes.push({ table: 'merged', id, value: null });
  }
  const gone: ReadonlySet<PersonId> = new Set([personId, ...others]);
  changes.push(...withoutPanelUsers(workspace, gone));
  for (const entry of history.values())
    if (gone.has(entry.personId) && !entry.personName.startsWith(pseudonym))
      changes.push({
        table: 'history',
        id: entry.id,
        value: { ...entry, personName: `${pseudonym} ${count + 1}`, username: '' },
      });
  return changes;
}

/** The rows that were merged into a person's, also over several steps. */
function mergedInto(merged: OwnRows['workspace']['merged'], personId: PersonId): readonly PersonId[] {
  const found: PersonId[] = [];
  for (let next: readonly PersonId[] = [personId]; next.length > 0;) {
    next = [...merged.values()]
      .filter(({ id, into }) => next.includes(into) && id !== personId && !found.includes(id))
      .map(({ id }) => id);
    found.push(...next);
  }
  return found;
}

/** The person's own rows, and the places in the rows of others. */
function placesOf(
  { needs, seats, carts, notes, apart, purchases }: OwnRows['workspace'],
  personId: PersonId,
): readonly WorkspaceChange[] {
  const changes: WorkspaceChange[] = [];
  if (notes.has(personId)) changes.push({ table: 'notes', id: personId, value: null });
  for (const { id, personIds } of apart.values())
    if (personIds.includes(personId)) changes.push({ table: 'apart', id, value: null });
  for (const need of needs.values())
    if (need.personId === personId) changes.push({ table: 'needs', id: need.id, value: null });
  for (const seat of seats.values())
    if (seat.personId === personId) changes.push({ table: 'seats', id: seat.id, value: null });
  for (const cart of carts.values())
    if (cart.personIds.includes(personId))
      changes.push({
        table: 'carts',
        id: cart.id,
        value: { ...cart, personIds: cart.personIds.filter((id) => id !== personId) },
      });
  for (const purchase of purchases.values())
    if (purchase.personIds.includes(personId))
      changes.push({
        table: 'purchases',
        id: purchase.id,
        value: { ...purchase, personIds: purchase.personIds.filter((id) => id !== personId) },
      });
  return changes;
}

/**
 * Everything about the panel users of these people. Facts are never changed but for this: an erased person's
 * address may stay nowhere. The vendor carries out none of the commands any more: erasing is refused until
 * then (see holdersOf).
 */
function withoutPanelUsers(
  { people, usernames, facts, outbox, forgotten }: OwnRows['workspace'],
  gone: ReadonlySet<PersonId>,
): readonly WorkspaceChange[] {
  const emails = new Set([...gone].flatMap((id) => emailKey(people.get(id)?.email ?? '') || []));
  const names = new Set(
    [...usernames.values()]
      .filter(({ personId }) => gone.has(personId))
      .map(({ serviceId, username }) => userKey(serviceId, username)),
  );
  const theirs = (serviceId: ServiceId, username: string, email = ''): boolean =>
    names.has(userKey(serviceId, username)) || emails.has(emailKey(email));
  const changes: WorkspaceChange[] = [];
  for (const fact of facts.values()) {
    if (fact.field !== 'panelUsers') continue;
    const value = fact.value.filter(({ username, email }) => !theirs(fact.about, username, email));
    if (value.length < fact.value.length)
      changes.push({ table: 'facts', id: fact.id, value: { ...fact, value } });
  }
  for (const { id, state, command } of outbox.values()) {
    if (!isUserCommand(command)) continue;
    // Only what was refused can carry the address under somebody else's username: nothing is lost with it.
    const email = state === 'refused' ? emailOf(command) : '';
    if (theirs(command.serviceId, usernameOf(command), email))
      changes.push({ table: 'outbox', id, value: null });
  }
  for (const { id, thing } of forgotten.values()) {
    const found =
      thing.kind === 'user-deleted'
        ? theirs(thing.serviceId, thing.username)
        : (thing.kind === 'user-created' || thing.kind === 'user-changed') &&
          theirs(thing.serviceId, thing.user.username, thing.user.email);
    if (found) changes.push({ table: 'forgotten', id, value: null });
  }
  return changes;
}

function emailOf(command: UserCommand): string {
  if (command.kind === 'user/create') return command.user.email;
  return command.kind === 'user/change' ? (command.change.email ?? '') : '';
}

/** Replaces an erased person's name in the history, followed by a number. */
const pseudonym = 'Persona cancellata';
