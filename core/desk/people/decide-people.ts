import type { ClientId, PersonId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { isVatCode } from '../../kernel/vat-code.ts';
import type { OptionalField } from '../../people/import/column-names.ts';
import type { ColumnUse } from '../../people/import/columns.ts';
import { planImport } from '../../people/import/import-people.ts';
import { tidyNote } from '../../people/note.ts';
import { emailKey, fullName, type Person, type PersonDetails } from '../../people/person.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import type { PeopleRefusal } from './refusals.ts';
import { holdersOf } from '../pending/held-services.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';

type Decision = DecisionOr<PeopleRefusal>;

/** Adds and changes people as the preview showed. A list removes nobody (see planImport). */
export function importPeople(
  state: AppState,
  {
    rows,
    present,
    takeCase = false,
  }: {
    readonly rows: readonly PersonDetails[];
    readonly present: readonly OptionalField[];
    readonly takeCase?: boolean;
  },
  idOf: IdOf,
): Decision {
  const plan = planImport(state.workspace.people, rows, new Set(present), takeCase);
  return ok([
    ...plan.added.map((details) => addition(details, idOf)),
    ...plan.changed.map(({ person, details }): WorkspaceChange => ({
      table: 'people',
      id: person.id,
      value: { ...details, id: person.id },
    })),
  ]);
}

/** Remembers the use of columns for the next staff list with the same headers. */
export const rememberColumns = (
  _state: AppState,
  { choices }: { readonly choices: readonly { readonly key: string; readonly use: ColumnUse | null }[] },
): Decision =>
  ok(
    choices.map(({ key, use }): WorkspaceChange => ({
      table: 'columnMappings',
      id: key,
      value: use === null ? null : { id: key, use },
    })),
  );

function addition(details: PersonDetails, idOf: IdOf): WorkspaceChange {
  const id = idOf(emailKey(details.email)) as PersonId;
  return { table: 'people', id, value: { ...details, id } };
}

/** True if somebody other than `except` has the address. */
export function emailTaken(state: AppState, email: string, ...except: readonly PersonId[]): boolean {
  const key = emailKey(email);
  for (const person of state.workspace.people.values())
    if (!except.includes(person.id) && emailKey(person.email) === key) return true;
  return false;
}

export function addPerson(
  state: AppState,
  { details }: { readonly details: PersonDetails },
  idOf: IdOf,
): Decision {
  return emailTaken(state, details.email)
    ? err({ reason: 'duplicate-email', email: details.email })
    : ok([addition(details, idOf)]);
}

export function changePerson(
  state: AppState,
  { personId, details }: { readonly personId: PersonId; readonly details: PersonDetails },
): Decision {
  if (!state.workspace.people.has(personId)) return err({ reason: 'unknown', what: 'person' });
  if (emailTaken(state, details.email, personId))
    return err({ reason: 'duplicate-email', email: details.email });
  return ok([{ table: 'people', id: personId, value: { ...details, id: personId } }]);
}

/** Writes the firm's note about a person. An empty text removes it. A staff list never changes it. */
export function writeNote(
  state: AppState,
  { personId, text }: { readonly personId: PersonId; readonly text: string },
): Decision {
  if (!state.workspace.people.has(personId)) return err({ reason: 'unknown', what: 'person' });
  const note = tidyNote(text);
  if (note === (state.workspace.notes.get(personId)?.text ?? '')) return ok([]);
  return ok([{ table: 'notes', id: personId, value: note === '' ? null : { id: personId, text: note } }]);
}

/**
 * Forgets a person: the row, the note, the needs, the places in carts and purchases, and the user in earlier
 * facts about panels. In the history a pseudonym replaces the name (domain.md 8.7). Refused while the person
 * has, or may have, a user in a panel. Usernames stay taken (rule H3) without a name.
 */
export function erasePerson(state: AppState, { personId }: { readonly personId: PersonId }): Decision {
  const { people, needs, carts, history, notes, apart, purchases } = state.workspace;
  const person = people.get(personId);
  if (person === undefined) return err({ reason: 'unknown', what: 'person' });
  const holders = holdersOf(state, personId);
  if (holders.size > 0)
    return err({ reason: 'person-holds-seats', name: fullName(person), holders: [...holders.values()] });
  const erased = new Set(
    [...history.values()]
      .filter((entry) => entry.personName.startsWith(pseudonym))
      .map((entry) => entry.personId),
  ).size;
  const changes: WorkspaceChange[] = [{ table: 'people', id: personId, value: null }];
  if (notes.has(personId)) changes.push({ table: 'notes', id: personId, value: null });
  for (const { id, personIds } of apart.values())
    if (personIds.includes(personId)) changes.push({ table: 'apart', id, value: null });
  for (const need of needs.values())
    if (need.personId === personId) changes.push({ table: 'needs', id: need.id, value: null });
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
  changes.push(...withoutPanelUser(state, person));
  for (const entry of history.values())
    if (entry.personId === personId)
      changes.push({
        table: 'history',
        id: entry.id,
        value: { ...entry, personName: `${pseudonym} ${erased + 1}`, username: '' },
      });
  return ok(changes);
}

/**
 * Facts about a panel without the person's user. Facts are never changed but for this: an erased person's
 * address may stay nowhere.
 */
function withoutPanelUser({ workspace }: AppState, { id, email }: Person): readonly WorkspaceChange[] {
  const names = new Set(
    [...workspace.usernames.values()]
      .filter(({ personId }) => personId === id)
      .map(({ serviceId, username }) => `${serviceId}/${username.toLowerCase()}`),
  );
  return [...workspace.facts.values()].flatMap((fact): WorkspaceChange[] => {
    if (fact.field !== 'panelUsers') return [];
    const value = fact.value.filter(
      (user) =>
        emailKey(user.email) !== emailKey(email) &&
        !names.has(`${fact.about}/${user.username.toLowerCase()}`),
    );
    return value.length === fact.value.length
      ? []
      : [{ table: 'facts', id: fact.id, value: { ...fact, value } }];
  });
}

/** Replaces an erased person's name in the history, followed by a number. */
const pseudonym = 'Persona cancellata';

/**
 * Adds a client without a service. Checks the VAT number (domain.md 8.2). Refused if the number is already a
 * client's or a service holder's. The number is the id: two desks that add one client mean one cart.
 */
export function addClient(
  state: AppState,
  { name, vatCode }: { readonly name: string; readonly vatCode: string },
): Decision {
  if (!isVatCode(vatCode)) return err({ reason: 'bad-vat-code', vatCode });
  for (const client of state.workspace.clients.values())
    if (client.vatCode === vatCode) return err({ reason: 'duplicate-client', name: client.name });
  for (const service of state.replica.services.values())
    if (service.vatCode === vatCode) return err({ reason: 'already-a-client', holder: service.holder });
  const id = vatCode as ClientId;
  return ok([{ table: 'clients', id, value: { id, name, vatCode } }]);
}
