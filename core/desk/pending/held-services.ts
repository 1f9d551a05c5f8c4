import type { PersonId, ServiceId } from '../../kernel/id.ts';
import { isUserCommand, usernameOf, type AppState } from '../rows/state.ts';
import { unanswered } from './outgoing.ts';

/** What a panel user is found by, in all panels. Upper and lower case make no other user. */
export const userKey = (serviceId: ServiceId, username: string): string =>
  `${serviceId}/${username.toLowerCase()}`;

/**
 * The services on which a person holds a seat or a user in the panel, or may get one because the vendor has
 * not answered yet (rules H2, H5), with the names of the holders.
 */
export function holdersOf(state: AppState, personId: PersonId): ReadonlyMap<ServiceId, string> {
  const { seats, usernames } = state.workspace;
  const { services } = state.replica;
  const holders = new Map<ServiceId, string>();
  const hold = (serviceId: ServiceId): void =>
    void holders.set(serviceId, services.get(serviceId)?.holder ?? serviceId);
  for (const seat of seats.values()) if (seat.personId === personId) hold(seat.serviceId);
  const awaited = new Set(
    unanswered(state).flatMap(({ command }) =>
      isUserCommand(command) ? [userKey(command.serviceId, usernameOf(command))] : [],
    ),
  );
  for (const { serviceId, username, personId: owner } of usernames.values()) {
    if (owner !== personId) continue;
    const key = userKey(serviceId, username);
    const there = services.get(serviceId)?.users.some((user) => userKey(serviceId, user.username) === key);
    if (there === true || awaited.has(key)) hold(serviceId);
  }
  return new Map([...holders].sort(([, a], [, b]) => (a < b ? -1 : 1)));
}
