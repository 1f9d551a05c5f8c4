import type { PersonId, ServiceId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { fullName, hasLeft, type Person } from '../../people/person.ts';
import { basePermissions, possiblePermissions, type PanelPermission } from '../../services/permission.ts';
import { lastInQueue, seatId } from '../../seats/seat.ts';
import { proposeUsername } from '../../seats/username.ts';
import { phaseOf } from '../../services/lifecycle.ts';
import { activeModules, type Service } from '../../services/service.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import type { SeatsRefusal } from './refusals.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import { ownUsernames } from './own-usernames.ts';
import { boardOf } from './seat-boards.ts';

type Decision = DecisionOr<SeatsRefusal>;

/** People on one service: each pair has at most one seat (rule H2). */
export interface SeatsOf {
  readonly serviceId: ServiceId;
  readonly personIds: readonly PersonId[];
}

/** Marks who needs a seat on a service. Leaves holders of a seat as they are (rule H2). */
export function markNeed(
  state: AppState,
  { serviceId, personIds, needed }: SeatsOf & { readonly needed: boolean },
): Decision {
  if (!state.replica.services.has(serviceId)) return err({ reason: 'unknown', what: 'service' });
  const changes: WorkspaceChange[] = [];
  const behind = lastInQueue(state.workspace.needs.values());
  for (const personId of new Set(personIds)) {
    const person = state.workspace.people.get(personId);
    if (person === undefined) return err({ reason: 'unknown', what: 'person' });
    const id = seatId(serviceId, personId);
    if (state.workspace.seats.has(id) || state.workspace.needs.has(id) === needed) continue;
    if (needed && hasLeft(person, state.today))
      return err({ reason: 'person-has-left', name: fullName(person) });
    changes.push({
      table: 'needs',
      id,
      value: needed ? { id, serviceId, personId, permissions: null, order: behind + changes.length } : null,
    });
  }
  return ok(changes);
}

/**
 * Gives free seats to people, each with a proposed username (rules H2, H3). All of them or none. Refused for
 * a service that Aruba has deleted (rules F).
 */
export function assignSeats(state: AppState, { serviceId, personIds }: SeatsOf): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  const wanted = [...new Set(personIds)].filter(
    (personId) => !state.workspace.seats.has(seatId(serviceId, personId)),
  );
  if (wanted.length > 0 && phaseOf(service, state.today) === 'deleted')
    return err({ reason: 'service-deleted' });
  const { free } = boardOf(state, service);
  if (wanted.length > free) return err({ reason: 'no-free-seat', free, wanted: wanted.length });
  const people: Person[] = [];
  for (const personId of wanted) {
    const person = state.workspace.people.get(personId);
    if (person === undefined) return err({ reason: 'unknown', what: 'person' });
    if (hasLeft(person, state.today)) return err({ reason: 'person-has-left', name: fullName(person) });
    people.push(person);
  }
  return ok(seatChanges(state, service, people));
}

/** The permissions that a person's need asks for. */
const asNeeded =
  ({ workspace }: AppState, { id }: Service) =>
  (personId: PersonId): readonly PanelPermission[] | null =>
    workspace.needs.get(seatId(id, personId))?.permissions ?? null;

/**
 * The rows of new seats. A username is one that nobody else ever had on the service; a person who comes back
 * keeps the old one (rule H3). A seat starts with the wanted permissions, without those of an ended module,
 * or with the base (rule H4).
 */
export function seatChanges(
  state: AppState,
  service: Service,
  people: readonly Person[],
  wanted: (personId: PersonId) => readonly PanelPermission[] | null = asNeeded(state, service),
): WorkspaceChange[] {
  const modules = activeModules(service, state.today);
  const taken = new Set(service.users.map((user) => user.username.toLowerCase()));
  for (const record of state.workspace.usernames.values())
    if (record.serviceId === service.id) taken.add(record.username.toLowerCase());
  const own = ownUsernames(state, service.id);
  return people.flatMap((person): WorkspaceChange[] => {
    const id = seatId(service.id, person.id);
    const username = own.get(person.id) ?? proposeUsername(person, taken);
    taken.add(username.toLowerCase());
    const permissions = possiblePermissions(wanted(person.id) ?? basePermissions, modules);
    return [
      {
        table: 'seats',
        id,
        value: { id, serviceId: service.id, personId: person.id, username, permissions, since: state.today },
      },
      { table: 'needs', id, value: null },
      {
        table: 'usernames',
        id: `${service.id}/${username}`,
        value: { id: `${service.id}/${username}`, serviceId: service.id, username, personId: person.id },
      },
    ];
  });
}
