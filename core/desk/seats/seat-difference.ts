import { groupBy } from '../../kernel/group-by.ts';
import type { PersonId, ServiceId } from '../../kernel/id.ts';
import { finish, within, type Steps } from '../../kernel/steps.ts';
import { planSeats, type SeatStatus } from '../../seats/plan-seats.ts';
import type { SeatWish } from '../../seats/seat-rule.ts';
import { lastInQueue, seatId, type Seat, type SeatNeed } from '../../seats/seat.ts';
import { basePermissions, samePermissions, type PanelPermission } from '../../services/permission.ts';
import type { Service } from '../../services/service.ts';
import { isOwnStudio } from '../pending/outgoing.ts';
import { seatIndex, type SeatIndex } from './seat-boards.ts';
import type { AppState } from '../rows/state.ts';

type Group = ReturnType<SeatIndex>;

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
  /**
   * Give their seat back at once; somebody deletes their user in Aruba's panel. Only in a studio of one's
   * own: it has no vendor (rules H5, J2).
   */
  readonly deleteByHand: readonly PersonId[];
  /** Keep their seat for now: a change of their user is on its way to the panel. */
  readonly blocked: readonly PersonId[];
}

/** The seats of a service as a plan leaves them, and what happens to the people who hold them. */
interface SeatsAfter extends Pick<SeatDifference, 'free' | 'deleteFirst' | 'deleteByHand' | 'blocked'> {
  readonly seats: readonly Seat[];
  /** Their seat ends, but only when the panel has deleted their user. */
  readonly leaving: ReadonlySet<PersonId>;
}

/** Whether a wish gives other permissions than those that a person has. */
const changesPermissions = (
  wish: SeatWish | undefined,
  permissions: readonly PanelPermission[] | null,
): boolean =>
  wish?.seat === true &&
  wish.permissions !== null &&
  !samePermissions(wish.permissions, permissions ?? basePermissions);

/**
 * Takes the seats of those who are to have none. A seat whose user the panel has, or is to get, stays until
 * the panel has deleted the user. In a studio of one's own it goes at once, as with `seat/free`.
 */
function seatsAfter(
  service: Service,
  { seats, commands }: Group,
  wishes: SeatWishes,
  own: boolean,
): SeatsAfter {
  const users = new Map(service.users.map(({ username }) => [username.toLowerCase(), username]));
  const sent = new Map(commands.map(({ username, kind }) => [username.toLowerCase(), kind]));
  const free: PersonId[] = [];
  const deleteFirst: { readonly personId: PersonId; readonly username: string }[] = [];
  const deleteByHand: PersonId[] = [];
  const blocked: PersonId[] = [];
  const leaving = new Set<PersonId>();
  for (const { personId, username } of seats) {
    if (wishes.get(personId)?.seat !== false) continue;
    const command = sent.get(username.toLowerCase());
    const user = users.get(username.toLowerCase());
    if (command === 'user/delete') leaving.add(personId);
    else if (command !== undefined) blocked.push(personId);
    else if (user === undefined) free.push(personId);
    else if (own) deleteByHand.push(personId);
    else {
      deleteFirst.push({ personId, username: user });
      leaving.add(personId);
    }
  }
  const freed = new Set([...free, ...deleteByHand]);
  const kept = seats.filter(({ personId }) => !freed.has(personId));
  return { seats: kept, free, deleteFirst, deleteByHand, blocked, leaving };
}

/** The queue of a service as a plan leaves it: who withdraws is gone, who is new waits behind the others. */
function needsAfter(service: Service, { seats, needs }: Group, wishes: SeatWishes): readonly SeatNeed[] {
  const kept = needs.filter(({ personId }) => wishes.get(personId)?.seat !== false);
  const concerned = new Set([...seats, ...kept].map(({ personId }) => personId));
  const behind = lastInQueue(kept) + kept.length;
  const added = [...wishes.values()].filter(({ seat, personId }) => seat && !concerned.has(personId));
  return [
    ...kept,
    ...added.map(({ personId, permissions }, index) => ({
      id: seatId(service.id, personId),
      serviceId: service.id,
      personId,
      permissions,
      order: behind + index,
    })),
  ];
}

/**
 * Compares the wishes for a service with its seats (rules H2, H5, H6). People who waited before take part:
 * free seats go to the longest waiting. Ignores wishes for people who have left; the command refuses them.
 * Three steps: the wishes of ten thousand people are too many for one.
 */
export function* seatDifferenceInSteps(
  state: AppState,
  service: Service,
  wishes: SeatWishes,
  index: SeatIndex,
): Steps<SeatDifference> {
  const group = index(service.id);
  const { seats, leaving, ...ended } = seatsAfter(service, group, wishes, isOwnStudio(state));
  const needs = needsAfter(service, group, wishes);
  yield 0.3;
  const { people } = state.workspace;
  const board = planSeats({ service, today: state.today, people, ...group, needs, seats });
  yield 0.7;
  const staying = [...board.status].filter(([personId]) => !leaving.has(personId));
  const those = (...statuses: readonly SeatStatus[]): PersonId[] =>
    staying.flatMap(([personId, status]) => (statuses.includes(status) ? [personId] : []));
  return {
    service,
    ...ended,
    stay: those('assigned', 'left-holding'),
    pending: those('in-cart', 'ordered'),
    assign: board.assignable,
    buy: board.missing,
    withdraw: group.needs.flatMap(({ personId }) => (wishes.get(personId)?.seat === false ? [personId] : [])),
    permissions: new Set(
      [...group.seats, ...group.needs].flatMap(({ personId, permissions }) =>
        changesPermissions(wishes.get(personId), permissions) ? [personId] : [],
      ),
    ),
  };
}

/** The differences of all services that a plan touches, in the order of the wishes. */
export function* seatDifferencesInSteps(
  state: AppState,
  wishes: readonly SeatWish[],
): Steps<readonly SeatDifference[]> {
  const index = seatIndex(state);
  const byService = groupBy(wishes, ({ serviceId }): ServiceId => serviceId);
  const differences: SeatDifference[] = [];
  for (const [serviceId, asked] of byService) {
    const service = state.replica.services.get(serviceId);
    if (service === undefined) continue;
    const byPerson = new Map(asked.map((wish) => [wish.personId, wish]));
    const [from, to] = [differences.length / byService.size, (differences.length + 1) / byService.size];
    differences.push(yield* within(seatDifferenceInSteps(state, service, byPerson, index), from, to));
    yield to;
  }
  return differences;
}

export const seatDifferences = (state: AppState, wishes: readonly SeatWish[]): readonly SeatDifference[] =>
  finish(seatDifferencesInSteps(state, wishes));
