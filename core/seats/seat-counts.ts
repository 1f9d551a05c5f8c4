import { addDays, type Day } from '../kernel/day.ts';
import type { PersonId } from '../kernel/id.ts';
import { activeItems, type Service } from '../services/service.ts';
import type { HistoryEntry } from './history.ts';
import type { SeatBoard } from './plan-seats.ts';

/** Seats whose term ends on one day, and the people who have no seat from the next day (rule H6). */
export interface EndingSeats {
  readonly expiry: Day;
  readonly quantity: number;
  readonly people: readonly PersonId[];
}

/** The counted seats of a service today. Everything is derived and never stored. */
export interface SeatCounts {
  readonly bought: number;
  /** Ordered, but not active yet. */
  readonly pending: number;
  readonly held: number;
  readonly free: number;
  /** Free seats that were never used, as far as the history goes back. */
  readonly neverUsed: number;
  /** Sorted by day. */
  readonly ending: readonly EndingSeats[];
}

/**
 * The most seats that were ever held at once. Goes back from today's number through assigned and freed seats.
 */
function mostHeld(held: number, history: readonly HistoryEntry[]): number {
  let [then, most] = [held, held];
  for (const { event } of history.toReversed()) {
    if (event === 'assigned') then -= 1;
    else if (event === 'freed') then += 1;
    most = Math.max(most, then);
  }
  return most;
}

/**
 * Counts seats (rules H1, H6). `history`: the entries of this service, oldest first. `boardOn`: the board of
 * another day. Seats are interchangeable (rule H2), so never used seats are only a number.
 */
export function countSeats({
  service,
  today,
  board,
  pending,
  history,
  boardOn,
}: {
  readonly service: Service;
  readonly today: Day;
  readonly board: SeatBoard;
  readonly pending: number;
  readonly history: readonly HistoryEntry[];
  readonly boardOn: (day: Day) => SeatBoard;
}): SeatCounts {
  const groups = new Map<Day, number>();
  for (const { kind, expiry, quantity } of activeItems(service, today))
    if (kind === 'user') groups.set(expiry, (groups.get(expiry) ?? 0) + quantity);
  let before = board;
  const ending = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([expiry, quantity]): EndingSeats => {
      const after = boardOn(addDays(expiry, 1));
      const waiting = new Set(after.waiting);
      const people = [...before.seatOf.keys()].filter(
        (id) => before.status.get(id) === 'assigned' && waiting.has(id),
      );
      before = after;
      return { expiry, quantity, people };
    });
  const { bought, held, free } = board;
  return {
    bought,
    pending,
    held,
    free,
    neverUsed: Math.min(free, Math.max(0, bought - mostHeld(held, history))),
    ending,
  };
}
