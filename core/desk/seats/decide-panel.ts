import type { CommandKey, PersonId, ServiceId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { fullName } from '../../people/person.ts';
import type { PanelStep } from '../../seats/panel-plan.ts';
import { seatId } from '../../seats/seat.ts';
import { isUsername } from '../../seats/username.ts';
import { permissionProblem, samePermissions, type PanelPermission } from '../../services/permission.ts';
import { activeModules } from '../../services/service.ts';
import type { Decision as DecisionOr, IdOf } from '../define-command.ts';
import type { SeatsRefusal } from './refusals.ts';
import { isOwnStudio, outgoing } from '../pending/outgoing.ts';
import type { SeatsOf } from './decide-seats.ts';
import { boardOf, panelPlanOf, seatIndex } from './seat-boards.ts';
import type { AppState, UserCommand, WorkspaceChange } from '../rows/state.ts';

type Decision = DecisionOr<SeatsRefusal>;

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function commandOf(serviceId: ServiceId, step: PanelStep): UserCommand {
  if (step.kind === 'delete') return { kind: 'user/delete', serviceId, username: step.username };
  const { email } = step.user;
  const permissions = [...step.user.permissions];
  if (step.kind === 'change')
    return { kind: 'user/change', serviceId, username: step.username, change: { email, permissions } };
  return { kind: 'user/create', serviceId, user: { email, permissions, username: step.username } };
}

/**
 * Puts the steps for the panel into the outbox, deletions first. Refused if the plan on the screen no longer
 * holds.
 */
export function alignPanel(
  state: AppState,
  { serviceId, usernames }: { readonly serviceId: ServiceId; readonly usernames: readonly string[] },
  idOf: IdOf,
): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  const wanted = new Set(usernames);
  const steps = panelPlanOf(state, service).steps.filter(({ username }) => wanted.has(username));
  if (steps.length < wanted.size) return err({ reason: 'panel-moved-on' });
  return ok(
    steps.map((step, index) =>
      outgoing(
        state,
        idOf(`${step.kind} ${serviceId} ${step.username}`) as CommandKey,
        commandOf(serviceId, step),
        index,
      ),
    ),
  );
}

/**
 * Takes seats back. A seat with a user in the panel is free when the panel has deleted the user (rules D5,
 * H5); until then the command waits in the outbox. The username stays taken on that service (rule H3).
 * A studio of one's own deletes the user in Aruba's pages: the seat goes at once, and the user stays in the
 * list of the panel until a person says that it is gone.
 */
export function freeSeats(state: AppState, { serviceId, personIds }: SeatsOf, idOf: IdOf): Decision {
  const users = isOwnStudio(state) ? [] : (state.replica.services.get(serviceId)?.users ?? []);
  const { commands } = seatIndex(state)(serviceId);
  const changes: WorkspaceChange[] = [];
  for (const personId of new Set(personIds)) {
    const id = seatId(serviceId, personId);
    const seat = state.workspace.seats.get(id);
    if (seat === undefined) return err({ reason: 'unknown', what: 'person' });
    const { username } = seat;
    const command = commands.find((one) => sameName(one.username, username));
    if (command?.kind === 'user/delete') continue;
    if (command !== undefined) return err({ reason: 'panel-on-its-way', username });
    const user = users.find((one) => sameName(one.username, username));
    changes.push(
      user === undefined
        ? { table: 'seats', id, value: null }
        : outgoing(
            state,
            idOf(`delete ${serviceId} ${user.username}`) as CommandKey,
            { kind: 'user/delete', serviceId, username: user.username },
            changes.length,
          ),
    );
  }
  return ok(changes);
}

/** Why a person has no seat to change: the seat was freed, or the person is gone. */
function withoutSeat({ workspace }: AppState, personId: PersonId): SeatsRefusal {
  const person = workspace.people.get(personId);
  return person === undefined
    ? { reason: 'unknown', what: 'person' }
    : { reason: 'no-seat-any-more', name: fullName(person) };
}

/** Sets the permissions of these people (rule H4). Aligning the panel sends them. */
export function setPermissions(
  state: AppState,
  { serviceId, personIds, permissions }: SeatsOf & { readonly permissions: readonly PanelPermission[] },
): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  const problem = permissionProblem(permissions, activeModules(service, state.today));
  if (problem !== undefined) return err({ reason: 'permission-not-possible', problem });
  const changes: WorkspaceChange[] = [];
  for (const personId of new Set(personIds)) {
    const id = seatId(serviceId, personId);
    const seat = state.workspace.seats.get(id);
    if (seat === undefined) return err(withoutSeat(state, personId));
    if (!samePermissions(seat.permissions, permissions))
      changes.push({ table: 'seats', id, value: { ...seat, permissions: [...new Set(permissions)] } });
  }
  return ok(changes);
}

/**
 * Changes the username of a seat before its user is in the panel: 8 characters or more, never another
 * person's (rule H3).
 */
export function setUsername(
  state: AppState,
  {
    serviceId,
    personId,
    username,
  }: { readonly serviceId: ServiceId; readonly personId: PersonId; readonly username: string },
): Decision {
  const id = seatId(serviceId, personId);
  const seat = state.workspace.seats.get(id);
  if (seat === undefined) return err(withoutSeat(state, personId));
  if (seat.username === username) return ok([]);
  if (!isUsername(username)) return err({ reason: 'bad-username', username });
  const users = state.replica.services.get(serviceId)?.users ?? [];
  const { givenUsernames, commands } = seatIndex(state)(serviceId);
  if (users.some((user) => sameName(user.username, seat.username)))
    return err({ reason: 'username-in-panel', username: seat.username });
  if (commands.some((command) => sameName(command.username, seat.username)))
    return err({ reason: 'panel-on-its-way', username: seat.username });
  const givenTo = givenUsernames.get(username.toLowerCase());
  if (
    (givenTo !== undefined && givenTo !== personId) ||
    users.some((user) => sameName(user.username, username))
  )
    return err({ reason: 'username-taken', username });
  const record = `${serviceId}/${username}`;
  return ok([
    { table: 'seats', id, value: { ...seat, username } },
    { table: 'usernames', id: record, value: { id: record, serviceId, username, personId } },
  ]);
}

/**
 * Turns existing users of the panel into seats of these people, with the panel's username and permissions
 * (rules H2, H3). All or none.
 */
export function adoptUsers(
  state: AppState,
  {
    serviceId,
    users,
  }: {
    readonly serviceId: ServiceId;
    readonly users: readonly { readonly username: string; readonly personId: PersonId }[];
  },
): Decision {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  const others = new Map(boardOf(state, service).others.map((user) => [user.username, user]));
  const changes: WorkspaceChange[] = [];
  const served = new Set<string>();
  for (const { username, personId } of users) {
    const user = others.get(username);
    if (user === undefined) return err({ reason: 'panel-moved-on' });
    if (!state.workspace.people.has(personId)) return err({ reason: 'unknown', what: 'person' });
    const id = seatId(serviceId, personId);
    if (state.workspace.seats.has(id) || served.has(id)) return err({ reason: 'panel-moved-on' });
    served.add(id);
    others.delete(username);
    const record = `${serviceId}/${username}`;
    changes.push(
      {
        table: 'seats',
        id,
        value: { id, serviceId, personId, username, permissions: user.permissions, since: state.today },
      },
      { table: 'needs', id, value: null },
      { table: 'usernames', id: record, value: { id: record, serviceId, username, personId } },
    );
  }
  return ok(changes);
}
