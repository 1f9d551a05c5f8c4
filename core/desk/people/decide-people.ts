import type { ClientId, PersonId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { isVatCode } from '../../kernel/vat-code.ts';
import type { OptionalField } from '../../people/import/column-names.ts';
import type { ColumnUse } from '../../people/import/columns.ts';
import { planImport } from '../../people/import/import-people.ts';
import { tidyNote } from '../../people/note.ts';
import { sameJson } from '../../kernel/same-json.ts';
import {
  emailKey,
  endsBeforeStart,
  fullName,
  type PeopleChange,
  type Person,
  type PersonChange,
  type PersonDetails,
} from '../../people/person.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import { forgetPerson } from './forget-person.ts';
import type { PeopleRefusal } from './refusals.ts';
import { holdersOf } from '../pending/held-services.ts';
import { isOvertaken, type Seen } from '../rows/row-sum.ts';
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

/** The keys of rows, made once: each person who is added is compared with everybody. */
const keys = new WeakMap<Person, string>();

function keyOf(person: Person): string {
  const known = keys.get(person);
  if (known !== undefined) return known;
  const key = emailKey(person.email);
  keys.set(person, key);
  return key;
}

/** True if somebody other than `except` has the address. */
export function emailTaken(state: AppState, email: string, ...except: readonly PersonId[]): boolean {
  const key = emailKey(email);
  for (const person of state.workspace.people.values())
    if (!except.includes(person.id) && keyOf(person) === key) return true;
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

/** Changes what is named, and nothing else. Refused if the last day of work would come before the first. */
export function changePerson(
  state: AppState,
  { personId, details }: { readonly personId: PersonId; readonly details: PersonChange },
): Decision {
  const person = state.workspace.people.get(personId);
  if (person === undefined) return err({ reason: 'unknown', what: 'person' });
  if (details.email !== undefined && emailTaken(state, details.email, personId))
    return err({ reason: 'duplicate-email', email: details.email });
  return changed([person], details);
}

/** Changes the same of several people, as one step. Refused for all of them if one cannot be changed so. */
export function changePeople(
  state: AppState,
  { personIds, details }: { readonly personIds: readonly PersonId[]; readonly details: PeopleChange },
): Decision {
  const people: Person[] = [];
  for (const personId of new Set(personIds)) {
    const person = state.workspace.people.get(personId);
    if (person === undefined) return err({ reason: 'unknown', what: 'person' });
    people.push(person);
  }
  return changed(people, details);
}

/** Who is already as wished is not written again. */
function changed(people: readonly Person[], details: PersonChange): Decision {
  const changes: WorkspaceChange[] = [];
  for (const person of people) {
    const value = { ...person, ...details };
    if (endsBeforeStart(value)) return err({ reason: 'end-before-start', name: fullName(person) });
    if (!sameJson(value, person)) changes.push({ table: 'people', id: person.id, value });
  }
  return ok(changes);
}

/** Writes the firm's note about a person. An empty text removes it. A staff list never changes it. */
export function writeNote(
  state: AppState,
  { personId, text, seen }: { readonly personId: PersonId; readonly text: string } & Seen,
): Decision {
  if (!state.workspace.people.has(personId)) return err({ reason: 'unknown', what: 'person' });
  if (isOvertaken(state.workspace, { table: 'notes', id: personId }, seen))
    return err({ reason: 'changed-by-other' });
  const note = tidyNote(text);
  if (note === (state.workspace.notes.get(personId)?.text ?? '')) return ok([]);
  return ok([{ table: 'notes', id: personId, value: note === '' ? null : { id: personId, text: note } }]);
}

/**
 * Erases a person (see forgetPerson). Refused while the person has, or may have, a user in a panel. Whoever
 * is erased already stays so: another desk did it, or the server was restored from a backup without the
 * person.
 */
export function erasePerson(state: AppState, { personId }: { readonly personId: PersonId }): Decision {
  const person = state.workspace.people.get(personId);
  if (person === undefined && state.workspace.erased.has(personId)) return ok([]);
  if (person === undefined) return err({ reason: 'unknown', what: 'person' });
  const holders = holdersOf(state, personId);
  if (holders.size > 0)
    return err({ reason: 'person-holds-seats', name: fullName(person), holders: [...holders.values()] });
  return ok(forgetPerson(state, personId));
}

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
