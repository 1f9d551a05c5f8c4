import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import { eachInSteps, finish, within, type Steps } from '../kernel/steps.ts';
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
  /** The money of all windows, each times the days for which it is paid early. */
  readonly cost: number;
}

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
  let [start, end]: [Day | null, Day | null] = [null, null];
  for (const { from, to } of windows) {
    if (from > to) continue;
    if (start === null || from < start) start = from;
    if (end === null || to > end) end = to;
  }
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

/**
 * The windows of the same two days, with the places of their first and last session day. A hundred thousand
 * windows are some thousand groups.
 */
interface Group {
  readonly first: number;
  readonly last: number;
  readonly to: Day;
  /** The money of all its windows. */
  money: number;
}

/** Windows in one step. */
const slice = 5_000;

/** The group of each window, in their order. */
function* groupsOf<W extends RenewalWindow>(
  windows: readonly W[],
  days: readonly Day[],
  money: (window: W) => number,
): Steps<{ readonly groups: readonly Group[]; readonly groupOf: readonly Group[] }> {
  const known = new Map<Day, Map<Day, Group>>();
  const groups: Group[] = [];
  const work = (index: number): Group => {
    const window = at(windows, index);
    const { from, to } = window;
    let ofEnd = known.get(to);
    if (ofEnd === undefined) known.set(to, (ofEnd = new Map()));
    let group = ofEnd.get(from);
    if (group === undefined) {
      group = { first: placeOf(days, from), last: placeOf(days, addDays(to, 1)) - 1, to, money: 0 };
      ofEnd.set(from, group);
      groups.push(group);
    }
    group.money += money(window);
    return group;
  };
  const groupOf = yield* eachInSteps(windows.length, work, slice);
  return { groups, groupOf };
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

function endingsOf(groups: readonly Group[], days: readonly Day[]): readonly Ending[] {
  const numbers = days.map(dayNumber);
  const latestFirst = new Int32Array(days.length).fill(-1);
  for (const { first, last } of groups) latestFirst[last] = Math.max(latestFirst[last] ?? -1, first);
  const endings = days.map((_, last): Ending => {
    const first = latestFirst[last] ?? -1;
    return { latestFirst: first, costs: new Float64Array(first < 0 ? 0 : last - first + 1) };
  });
  for (const { last, to, money } of groups) {
    const { latestFirst: first, costs } = at(endings, last);
    const end = dayNumber(to);
    for (let here = first; here <= last; here += 1)
      costs[here - first] = (costs[here - first] ?? 0) + money * (end - at(numbers, here));
  }
  return endings;
}

/** Session days in one step. */
const daysAtOnce = 250;

/**
 * The best way on from each day, computed from the last day back. The last session inside a window serves it,
 * so no window may lie entirely between two sessions.
 */
function* waysOn(endings: readonly Ending[], fixed: ReadonlySet<number>): Steps<Ways> {
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
    if (here % daysAtOnce === 0) yield 1 - here / end;
  }
  return { sessions, cost, next };
}

/**
 * The first session. It is as late as the first end of a window, or the first forced day, allows: an earlier
 * one serves no more windows and costs no less.
 */
const firstSession = (endings: readonly Ending[], fixed: ReadonlySet<number>): number =>
  endings.findIndex(({ latestFirst }, here) => latestFirst >= 0 || fixed.has(here));

interface SessionWish<W extends RenewalWindow> {
  readonly windows: readonly W[];
  readonly isWorkingDay: (day: Day) => boolean;
  readonly money: (window: W) => number;
  readonly forced?: readonly Day[];
}

/**
 * **Fewest sessions** (rule I2): the smallest set of working days such that every window holds one. Among the
 * smallest sets it takes the one with the least cost, and among equal ones the later days. Exact: a shortest
 * path over the days by (sessions, cost).
 * `money` returns whole numbers >= 0; what a window costs is its money x the days for which it is paid early.
 * `forced` days are sessions even if they serve nothing or are not working days. A forbidden day is not a
 * working day.
 */
export const fewestSessions = <W extends RenewalWindow>(wish: SessionWish<W>): SessionPlan<W> =>
  finish(fewestSessionsInSteps(wish));

/** The same plan in steps. */
export function* fewestSessionsInSteps<W extends RenewalWindow>({
  windows,
  isWorkingDay,
  money,
  forced = [],
}: SessionWish<W>): Steps<SessionPlan<W>> {
  const wanted = new Set(forced);
  const days = sessionDays(windows, isWorkingDay, wanted);
  yield 0.1;
  const { groups, groupOf } = yield* within(groupsOf(windows, days, money), 0.1, 0.4);
  const isMissed = ({ first, last }: Group): boolean => first > last;
  const missed = windows.filter((_, index) => isMissed(at(groupOf, index)));
  if (missed.length === windows.length && wanted.size === 0) return { sessions: [], missed, cost: 0 };

  const fixed = new Set([...wanted].map((day) => placeOf(days, day)));
  const endings = endingsOf(
    groups.filter((group) => !isMissed(group)),
    days,
  );
  yield 0.5;
  const ways = yield* within(waysOn(endings, fixed), 0.5, 0.7);
  const start = firstSession(endings, fixed);
  const chosen: number[] = [];
  for (let here = start; here < days.length; here = ways.next[here] ?? days.length) chosen.push(here);
  const served: W[][] = chosen.map(() => []);
  const sessionOf = new Map(groups.map((group) => [group, served[placeOf(chosen, group.last + 1) - 1]]));
  const serve = (index: number): void => {
    const group = at(groupOf, index);
    if (!isMissed(group)) sessionOf.get(group)?.push(at(windows, index));
  };
  yield* within(eachInSteps(windows.length, serve, slice), 0.7, 1);
  return {
    sessions: chosen.map((here, index) => ({ day: at(days, here), windows: at(served, index) })),
    missed,
    cost: ways.cost[start] ?? 0,
  };
}
