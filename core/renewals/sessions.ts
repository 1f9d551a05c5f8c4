import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import type { RenewalWindow } from './windows.ts';

const epoch = '1970-01-01' as Day;

/** One working session: everything that is ordered on that day. */
export interface Session<W extends RenewalWindow> {
  readonly day: Day;
  readonly windows: readonly W[];
}

export interface SessionPlan<W extends RenewalWindow> {
  readonly sessions: readonly Session<W>[];
  /** Windows that cannot be served: too late for this payment method, or all their days are forbidden. */
  readonly missed: readonly W[];
  /** The sum of the costs of all windows on their days. */
  readonly cost: number;
}

/** The cost of serving a window on a day that is `daysEarly` calendar days before the window's last day. */
export type Cost<W extends RenewalWindow> = (window: W, day: Day, daysEarly: number) => number;

/**
 * The best way on from each session day: the number of sessions including it, their cost, and the place of
 * the next session. Behind the last day stands the end.
 */
interface Ways {
  readonly sessions: Int32Array;
  readonly cost: Float64Array;
  readonly next: Int32Array;
}

/** Every day between the ends of all windows on which a session can be, plus the forced days. Sorted. */
function sessionDays(
  windows: readonly RenewalWindow[],
  isWorkingDay: (day: Day) => boolean,
  forced: ReadonlySet<Day>,
): readonly Day[] {
  const days = new Set(forced);
  const open = windows.filter(({ from, to }) => from <= to);
  const start = open.reduce<Day | null>(
    (least, { from }) => (least === null || from < least ? from : least),
    null,
  );
  const end = open.reduce<Day | null>((most, { to }) => (most === null || to > most ? to : most), null);
  if (start !== null && end !== null)
    for (let day = start; day <= end; day = addDays(day, 1)) if (isWorkingDay(day)) days.add(day);
  return [...days].sort();
}

/** The place of the first entry that is not before `day`, in a sorted list. */
function placeOf<T extends Day | number>(days: readonly T[], day: T): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Days since 1970. */
const dayNumber = (day: Day): number => daysBetween(epoch, day);

/** The entry at a place. Throws beyond the ends of the list: nothing here reads there. */
function at<T>(list: { readonly [index: number]: T }, index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`Nothing at ${index}`);
  return found;
}

/** A window with the places of its first and last session day. */
interface Placed<W> {
  readonly window: W;
  readonly first: number;
  readonly last: number;
}

/** The windows that end on one day: which session serves them all, and what that costs. */
interface Ending {
  /**
   * The latest of their first days: an earlier session does not serve them all. -1
   * if no window ends on the day.
   */
  readonly latestFirst: number;
  /** The cost of serving all of them, by session day from `latestFirst` on. */
  readonly costs: Float64Array;
}

/**
 * Visits each window once, with all days on which its group can be served: there may be
 * a hundred thousand windows.
 */
function endingsOf<W extends RenewalWindow>(
  placed: readonly Placed<W>[],
  days: readonly Day[],
  cost: Cost<W>,
): readonly Ending[] {
  const numbers = days.map(dayNumber);
  const latestFirst = new Int32Array(days.length).fill(-1);
  for (const { first, last } of placed) latestFirst[last] = Math.max(latestFirst[last] ?? -1, first);
  const endings = days.map((_, last): Ending => {
    const first = latestFirst[last] ?? -1;
    return { latestFirst: first, costs: new Float64Array(first < 0 ? 0 : last - first + 1) };
  });
  for (const { window, last } of placed) {
    const { latestFirst: first, costs } = at(endings, last);
    const end = dayNumber(window.to);
    for (let here = first; here <= last; here += 1)
      costs[here - first] =
        (costs[here - first] ?? 0) + cost(window, at(days, here), end - at(numbers, here));
  }
  return endings;
}

/**
 * The best way on from each day, computed from the last day back. The last session inside a window serves it,
 * so no window may lie entirely between two sessions.
 */
function waysOn(endings: readonly Ending[], fixed: ReadonlySet<number>): Ways {
  const end = endings.length;
  const sessions = new Int32Array(end + 1);
  const cost = new Float64Array(end + 1);
  const next = new Int32Array(end + 1).fill(end);
  for (let here = end - 1; here >= 0; here -= 1) {
    let [fewest, least, best] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, end];
    let served = 0;
    for (let to = here + 1; to <= end; to += 1) {
      const { latestFirst, costs } = at(endings, to - 1);
      if (latestFirst > here) break;
      if (latestFirst >= 0) served += costs[here - latestFirst] ?? 0;
      const count = (sessions[to] ?? 0) + 1;
      const total = (cost[to] ?? 0) + served;
      if (count < fewest || (count === fewest && total <= least)) [fewest, least, best] = [count, total, to];
      if (fixed.has(to)) break;
    }
    // A window that ends on this day begins on it or before it, so there is always a way to the next day.
    sessions[here] = fewest;
    cost[here] = least;
    next[here] = best;
  }
  return { sessions, cost, next };
}

/**
 * The first session. It is as late as the first end of a window, or the first forced day, allows: an earlier
 * one serves no more windows and costs no less.
 */
const firstSession = (endings: readonly Ending[], fixed: ReadonlySet<number>): number =>
  endings.findIndex(({ latestFirst }, here) => latestFirst >= 0 || fixed.has(here));

/**
 * **Fewest sessions** (rule I2): the smallest set of working days such that every window holds one. Among the
 * smallest sets it takes the one with the least cost, and among equal ones the later days. Exact: a shortest
 * path over the days by (sessions, cost).
 * `cost` returns whole numbers >= 0 that never grow with a later day: money x days paid early. `forced` days
 * are sessions even if they serve nothing or are not working days. A forbidden day is not a working day.
 */
export function fewestSessions<W extends RenewalWindow>({
  windows,
  isWorkingDay,
  cost,
  forced = [],
}: {
  readonly windows: readonly W[];
  readonly isWorkingDay: (day: Day) => boolean;
  readonly cost: Cost<W>;
  readonly forced?: readonly Day[];
}): SessionPlan<W> {
  const wanted = new Set(forced);
  const days = sessionDays(windows, isWorkingDay, wanted);
  const placed: Placed<W>[] = [];
  const missed: W[] = [];
  for (const window of windows) {
    const first = placeOf(days, window.from);
    const last = placeOf(days, addDays(window.to, 1)) - 1;
    if (first > last) missed.push(window);
    else placed.push({ window, first, last });
  }
  if (missed.length === windows.length && wanted.size === 0) return { sessions: [], missed, cost: 0 };

  const fixed = new Set([...wanted].map((day) => placeOf(days, day)));
  const endings = endingsOf(placed, days, cost);
  const ways = waysOn(endings, fixed);
  const start = firstSession(endings, fixed);
  const chosen: number[] = [];
  for (let here = start; here < days.length; here = ways.next[here] ?? days.length) chosen.push(here);
  const served: W[][] = chosen.map(() => []);
  for (const { window, last } of placed) served[placeOf(chosen, last + 1) - 1]?.push(window);
  return {
    sessions: chosen.map((here, index) => ({ day: at(days, here), windows: at(served, index) })),
    missed,
    cost: ways.cost[start] ?? 0,
  };
}
