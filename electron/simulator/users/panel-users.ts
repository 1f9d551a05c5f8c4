import type { Day } from '../../../core/kernel/day.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import { isUsername } from '../../../core/seats/username.ts';
import { permissionProblem, type PanelPermission } from '../../../core/services/permission.ts';
import { activeModules, seatCount, type PanelUser, type Service } from '../../../core/services/service.ts';
import type { NewUser, UserChange, refusalCodes } from '../../../core/aruba/protocol.ts';
import { putService } from '../state/change-log.ts';
import { formerUserId, serviceOf, type SimulatorDocument } from '../state/state.ts';

export interface UserRefusal {
  readonly code: keyof typeof refusalCodes;
  readonly text: string;
}

const refuse = (code: UserRefusal['code'], text: string) => err<UserRefusal>({ code, text });
const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Refuses permissions that lack one that they need, or belong to a module that is not active (rule H4). */
function permissionsRefused(
  service: Service,
  wanted: readonly PanelPermission[],
  today: Day,
): UserRefusal | undefined {
  const problem = permissionProblem(wanted, activeModules(service, today));
  if (problem === undefined) return undefined;
  if (problem.kind === 'module')
    return { code: 'moduleNotActive', text: `Il modulo non è attivo: ${problem.module}` };
  if (problem.needed === 'read')
    return { code: 'permissionNeeds', text: 'La lettura è la base di ogni utente' };
  return { code: 'permissionNeeds', text: `${problem.permission} richiede anche ${problem.needed}` };
}

function activeService(state: SimulatorDocument, id: ServiceId): Result<Service, UserRefusal> {
  const service = serviceOf(state, id);
  return service?.state === 'active' ? ok(service) : refuse('serviceNotActive', 'Il servizio non è attivo');
}

const userOf = (service: Service, username: string): PanelUser | undefined =>
  service.users.find((user) => sameName(user.username, username));

/** Whether somebody else used the username. A person who comes back has the same e-mail (*own*). */
function wasUsed(
  { formerUsers }: SimulatorDocument,
  { id }: Service,
  username: string,
  email: string,
): boolean {
  const former = formerUsers.get(formerUserId({ serviceId: id, username }));
  return former !== undefined && !sameName(former.email, email);
}

/**
 * "Crea utente" (domain.md 5): within the bought seats (rule H1), with a username (rule H3) that nobody has
 * or had. Upper and lower case do not count.
 */
export function addUser(
  state: SimulatorDocument,
  id: ServiceId,
  { username, email, permissions }: NewUser,
): Result<SimulatorDocument, UserRefusal> {
  const service = activeService(state, id);
  if (!service.ok) return service;
  if (!isUsername(username))
    return refuse('usernameNotAllowed', 'Il nome utente vuole almeno 8 caratteri, solo lettere e cifre');
  if (userOf(service.value, username) !== undefined || wasUsed(state, service.value, username, email))
    return refuse('usernameTaken', `Il nome utente ${username} è già stato usato`);
  const refused = permissionsRefused(service.value, permissions, state.day);
  if (refused) return err(refused);
  if (service.value.users.length >= seatCount(service.value, state.day))
    return refuse('noFreeSeat', 'Tutti gli utenti aggiuntivi acquistati sono in uso');
  const users = [...service.value.users, { username, email, permissions: [...new Set(permissions)] }];
  return ok(putService(state, { ...service.value, users }));
}

/** Changes the e-mail and the permissions. The username stays for ever. */
export function changeUser(
  state: SimulatorDocument,
  id: ServiceId,
  username: string,
  change: UserChange,
): Result<SimulatorDocument, UserRefusal> {
  const service = activeService(state, id);
  if (!service.ok) return service;
  const user = userOf(service.value, username);
  if (user === undefined) return refuse('unknownUser', `Utente sconosciuto: ${username}`);
  const refused = permissionsRefused(service.value, change.permissions, state.day);
  if (refused) return err(refused);
  const next: PanelUser = { ...user, email: change.email, permissions: [...new Set(change.permissions)] };
  return ok(
    putService(state, {
      ...service.value,
      users: service.value.users.map((old) => (old === user ? next : old)),
    }),
  );
}

/**
 * "Elimina". Works in the days of grace too (*own*): a reactivation with fewer users needs it (rule D5), and
 * leavers must not stay (rule H5).
 */
export function removeUser(
  state: SimulatorDocument,
  id: ServiceId,
  username: string,
): Result<SimulatorDocument, UserRefusal> {
  const service = serviceOf(state, id);
  if (service === undefined || (service.state !== 'active' && service.state !== 'expired'))
    return refuse('serviceNotActive', 'Il servizio non è attivo');
  const user = userOf(service, username);
  if (user === undefined) return refuse('unknownUser', `Utente sconosciuto: ${username}`);
  const formerUsers = state.formerUsers.with({ serviceId: id, username: user.username, email: user.email });
  return ok(
    putService(
      { ...state, formerUsers },
      { ...service, users: service.users.filter((other) => other !== user) },
    ),
  );
}
