import { groupBy } from '../../kernel/group-by.ts';
import type { PersonId, ServiceId } from '../../kernel/id.ts';
import { planSeats } from '../../seats/plan-seats.ts';
import type { SeatWish } from '../../seats/seat-rule.ts';
import { lastInQueue, seatId, type SeatNeed } from '../../seats/seat.ts';
import { basePermissions, samePermissions } from '../../services/permission.ts';
import type { Service } from '../../services/service.ts';
import { seatIndex, type SeatIndex } from './seat-boards.ts';
import type { AppState } from '../rows/state.ts';

/** The wishes for one service, by person. */
export type SeatWishes = ReadonlyMap<PersonId, SeatWish>;

/**
 * What a plan would do on one service before anything happens. Everybody concerned is in one of the groups.
 */
export interface SeatDifference {
  readonly service: Service;
  /** Hold a seat and keep it. */
  readonly stay: readonly PersonId[];
  /** Get other permissions, for the seat that they hold or wait for. */
  readonly permissions: ReadonlySet<PersonId>;
  /** Get a free seat at once; the longest waiting first. */
  readonly assign: readonly PersonId[];
  /** Wait for a seat that is in the cart or on order. */
  readonly pending: readonly PersonId[];
  /** Wait, and a seat must be bought for them. */
  readonly buy: readonly PersonId[];
  /** Waited and no longer need a seat. */
  readonly withdraw: readonly PersonId[];
  /** Give their seat back at once: it never had a user in the panel. */
  readonly free: readonly PersonId[];
  /** Give their seat back when the panel has deleted their user (rules D5, H5). */
  readonly deleteFirst: readonly { readonly personId: PersonId; readonly username: string }[];
  /** Keep their seat for now: a change of their user is on its way to the panel. */
  readonly blocked: readonly PersonId[];
}

/**
 * Compares the wishes for a service with its seats (rules H2, H5, H6). People who waited before take part:
 * free seats go to the longest waiting. Ignores wishes for people who have left; the command refuses them.
 */
export function seatDifference(
  state: AppState,
  service: Service,
  wishes: SeatWishes,
  index: SeatIndex = seatIndex(state),
): SeatDifference {
  const group = index(service.id);
  const users = new Set(service.users.map(({ username }) => username.toLowerCase()));
  const commands = new Map(group.commands.map(({ username, kind }) => [username.toLowerCase(), kind]));
  const free: PersonId[] = [];
  const deleteFirst: { readonly personId: PersonId; readonly username: string }[] = [];
  const blocked: PersonId[] = [];
  const permissions = new Set<PersonId>();
  const leaving = new Set<PersonId>();
  const holding = new Set<PersonId>();

  const seats = group.seats.filter((seat) => {
    const { personId } = seat;
    holding.add(personId);
    const wish = wishes.get(personId);
    if (
      wish?.seat === true &&
      wish.permissions !== null &&
      !samePermissions(wish.permissions, seat.permissions)
    )
      permissions.add(personId);
    if (wish?.seat !== false) return true;
    const key = seat.username.toLowerCase();
    const command = commands.get(key);
    if (command === undefined && !users.has(key)) {
      free.push(personId);
      return false;
    }
    if (command === undefined) {
      const user = service.users.find(({ username }) => username.toLowerCase() === key);
      deleteFirst.push({ personId, username: user?.username ?? seat.username });
      leaving.add(personId);
    } else if (command === 'user/delete') leaving.add(personId);
    else blocked.push(personId);
    return true;
  });

  const withdraw: PersonId[] = [];
  const needs: SeatNeed[] = [];
  for (const need of group.needs) {
    const wish = wishes.get(need.personId);
    if (wish?.seat === false) withdraw.push(need.personId);
    else needs.push(need);
    if (
      wish?.seat === true &&
      wish.permissions !== null &&
      !samePermissions(wish.permissions, need.permissions ?? basePermissions)
    )
      permissions.add(need.personId);
  }
  const behind = lastInQueue(needs);
  const needed = new Set(needs.map(({ personId }) => personId));
  for (const { personId, seat, permissions: wanted } of wishes.values())
    if (seat && !holding.has(personId) && !needed.has(personId))
      needs.push({
        id: seatId(service.id, personId),
        serviceId: service.id,
        personId,
        permissions: wanted,
        order: behind + needs.length,
      });

  const board = planSeats({
    service,
    today: state.today,
    people: state.workspace.people,
    ...group,
    needs,
    seats,
  });
  const stay: PersonId[] = [];
  const pending: PersonId[] = [];
  for (const [personId, status] of board.status) {
    if (leaving.has(personId)) continue;
    if (status === 'assigned' || status === 'left-holding') stay.push(personId);
    else if (status === 'in-cart' || status === 'ordered') pending.push(personId);
  }
  return {
    service,
    stay,
    permissions,
    assign: board.assignable,
    pending,
    buy: board.missing,
    withdraw,
    free,
    deleteFirst,
    blocked,
  };
}

/** The differences of all services that a plan touches, in the order of the wishes. */
export function seatDifferences(state: AppState, wishes: readonly SeatWish[]): readonly SeatDifference[] {
  const index = seatIndex(state);
  const byService = groupBy(wishes, ({ serviceId }): ServiceId => serviceId);
  return [...byService].flatMap(([serviceId, asked]) => {
    const service = state.replica.services.get(serviceId);
    return service === undefined
      ? []
      : [seatDifference(state, service, new Map(asked.map((wish) => [wish.personId, wish])), index)];
  });
}
