import type { Day } from '../kernel/day.ts';
import type { PersonId } from '../kernel/id.ts';
import { hasLeft, type Person } from '../people/person.ts';
import { seatCount, type PanelUser, type Service } from '../services/service.ts';
import { byAge, byQueue, type Seat, type SeatNeed } from './seat.ts';

/**
 * The state of one person on one service. `left-holding`: the person has left and still holds a seat (rule
 * H5). `waiting`: the person needs a seat and has none, or holds one beyond the bought number (rule H6).
 */
export type SeatStatus = 'assigned' | 'waiting' | 'in-cart' | 'ordered' | 'left-holding' | 'not-needed';

/** The seats of one service on a day. Everything is derived and never stored. */
export interface SeatBoard {
  /** Bought additional users whose term has not ended. */
  readonly bought: number;
  /** Seats in use. Includes leavers, other panel users and former ones. */
  readonly held: number;
  readonly free: number;
  /** Panel users who are not in the staff list, for example a client's own people. They hold seats too. */
  readonly others: readonly PanelUser[];
  /**
   * Panel users of people who have no seat any more. They hold a seat until they are deleted in the panel.
   */
  readonly former: readonly PanelUser[];
  readonly status: ReadonlyMap<PersonId, SeatStatus>;
  readonly seatOf: ReadonlyMap<PersonId, Seat>;
  /** People who wait, in the order in which they are served: the longest waiting first. */
  readonly waiting: readonly PersonId[];
  /** Waiting people who can take a free seat now. */
  readonly assignable: readonly PersonId[];
  /** Waiting people for whom a seat must be bought. */
  readonly missing: readonly PersonId[];
  readonly leavers: readonly PersonId[];
}

const nobody: Omit<SeatBoard, 'bought' | 'free'> = {
  held: 0,
  others: [],
  former: [],
  status: new Map(),
  seatOf: new Map(),
  waiting: [],
  assignable: [],
  missing: [],
  leavers: [],
};

/**
 * The seat board of a service (rules H1, H2, H5, H6). `needs` and `seats` belong to this service. People who
 * are already in the cart or in an open order do not count as missing again.
 */
export function planSeats({
  service,
  today,
  people,
  needs,
  seats,
  givenUsernames,
  inCart,
  ordered,
}: {
  readonly service: Service;
  readonly today: Day;
  readonly people: ReadonlyMap<string, Person>;
  readonly needs: readonly SeatNeed[];
  readonly seats: readonly Seat[];
  /**
   * Usernames that were ever given to people of the staff list on this service, in lower case. Panel users
   * with these names are not `others`.
   */
  readonly givenUsernames: { has(username: string): boolean };
  readonly inCart: ReadonlySet<PersonId>;
  readonly ordered: ReadonlySet<PersonId>;
}): SeatBoard {
  const bought = seatCount(service, today);
  // Most of ten thousand services have no people: they share one empty board.
  if (seats.length === 0 && needs.length === 0 && service.users.length === 0)
    return { ...nobody, bought, free: bought };
  const status = new Map<PersonId, SeatStatus>();
  const seatOf = new Map<PersonId, Seat>();
  const waiting: PersonId[] = [];
  const leavers: PersonId[] = [];

  const unserved = (personId: PersonId): void => {
    waiting.push(personId);
    status.set(personId, ordered.has(personId) ? 'ordered' : inCart.has(personId) ? 'in-cart' : 'waiting');
  };

  const own = new Set(seats.map((seat) => seat.username.toLowerCase()));
  const others = service.users.filter(
    ({ username }) => !own.has(username.toLowerCase()) && !givenUsernames.has(username.toLowerCase()),
  );
  const former = service.users.filter(
    ({ username }) => !own.has(username.toLowerCase()) && givenUsernames.has(username.toLowerCase()),
  );
  const left = Math.max(0, bought - others.length - former.length);
  const holding = seats.filter((seat) => people.has(seat.personId)).sort(byAge);
  for (const [index, seat] of holding.entries()) {
    const person = people.get(seat.personId);
    seatOf.set(seat.personId, seat);
    if (person !== undefined && hasLeft(person, today)) {
      leavers.push(seat.personId);
      status.set(seat.personId, 'left-holding');
    } else if (index < left) status.set(seat.personId, 'assigned');
    else unserved(seat.personId);
  }
  for (const need of needs.toSorted(byQueue)) {
    const person = people.get(need.personId);
    if (person !== undefined && !seatOf.has(need.personId) && !hasLeft(person, today))
      unserved(need.personId);
  }

  const free = Math.max(0, left - holding.length);
  const open = waiting.filter((personId) => status.get(personId) === 'waiting');
  const withoutSeat = open.filter((personId) => !seatOf.has(personId));
  const assignable = withoutSeat.slice(0, free);
  const served = new Set(assignable);
  return {
    bought,
    held: holding.length + others.length + former.length,
    free,
    others,
    former,
    status,
    seatOf,
    waiting,
    assignable,
    missing: open.filter((personId) => !served.has(personId)),
    leavers,
  };
}
