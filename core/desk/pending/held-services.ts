import type { PersonId, ServiceId } from '../../kernel/id.ts';
import type { AppState } from '../rows/state.ts';

/**
 * The services on which a person holds a seat or a user in the panel (rules H2, H5), with the names of the
 * holders.
 */
export function holdersOf(state: AppState, personId: PersonId): ReadonlyMap<ServiceId, string> {
  const { seats, usernames } = state.workspace;
  const { services } = state.replica;
  const holders = new Map<ServiceId, string>();
  const hold = (serviceId: ServiceId): void =>
    void holders.set(serviceId, services.get(serviceId)?.holder ?? serviceId);
  for (const seat of seats.values()) if (seat.personId === personId) hold(seat.serviceId);
  for (const { serviceId, username, personId: owner } of usernames.values())
    if (
      owner === personId &&
      services
        .get(serviceId)
        ?.users.some((user) => user.username.toLowerCase() === username.toLowerCase()) === true
    )
      hold(serviceId);
  return new Map([...holders].sort(([, a], [, b]) => (a < b ? -1 : 1)));
}
