// Fewest sessions (rule I2): equal to an exact solver, on both objectives, and to the rule's own words on any case.
import { fc } from '@fast-check/vitest';
import highsLoader from 'highs';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { addDays, daysBetween, weekday, type Day } from '../../core/kernel/day.ts';
import { fewestSessions } from '../../core/renewals/sessions.ts';
import { law } from '../support/law.ts';
import { day } from '../support/samples.ts';

interface Case {
  readonly windows: readonly { readonly id: string; readonly from: Day; readonly to: Day; readonly gross: number }[];
  readonly forced: readonly Day[];
  readonly forbidden: ReadonlySet<Day>;
}

const start = day('2026-11-24');
const cost = ({ gross, to }: Case['windows'][number], on: Day): number => gross * daysBetween(on, to);
const works =
  ({ forbidden }: Case) =>
  (on: Day): boolean =>
    weekday(on) <= 5 && !forbidden.has(on);
const plan = (some: Case) => fewestSessions({ windows: some.windows, isWorkingDay: works(some), cost, forced: some.forced });

const cases: fc.Arbitrary<Case> = fc
  .record({
    windows: fc.array(fc.record({ from: fc.nat(40), length: fc.nat(14), gross: fc.integer({ min: 1, max: 5000 }) }), { maxLength: 9 }),
    forced: fc.array(fc.nat(50), { maxLength: 2 }),
    forbidden: fc.array(fc.nat(50), { maxLength: 8 }),
  })
  .map(({ windows, forced, forbidden }) => ({
    windows: windows.map(({ from, length, gross }, index) => ({ id: `${index}`, from: addDays(start, from), to: addDays(start, from + length), gross })),
    forced: forced.map((offset) => addDays(start, offset)),
    forbidden: new Set(forbidden.map((offset) => addDays(start, offset))),
  }));

type Solver = Awaited<ReturnType<typeof highsLoader>>;

/** The same question as a linear program: y = a session on that day, x = a window is served on that day. */
function solve(highs: Solver, some: Case): { readonly sessions: number; readonly cost: number } {
  const days = new Set(some.forced);
  for (const { from, to } of some.windows) for (let on = from; on <= to; on = addDays(on, 1)) if (works(some)(on)) days.add(on);
  if (days.size === 0) return { sessions: 0, cost: 0 };
  const name = (on: Day): string => on.replaceAll('-', '');
  const pairs = some.windows.flatMap((window) =>
    [...days].filter((on) => on >= window.from && on <= window.to).map((on) => ({ window, on, x: `x${window.id}d${name(on)}` })),
  );
  const sessions = [...days].map((on) => `y${name(on)}`);
  // One session less is worth more than all the money: first the one aim, then the other.
  const oneSession = 1_000_000;
  const goal = [...sessions.map((y) => `${oneSession} ${y}`), ...pairs.map(({ window, on, x }) => `${cost(window, on)} ${x}`)].join(' + ');
  const rules = [...new Set(pairs.map(({ window }) => window.id))].map(
    (id) =>
      `${pairs
        .filter(({ window }) => window.id === id)
        .map(({ x }) => x)
        .join(' + ')} = 1`,
  );
  rules.push(...pairs.map(({ x, on }) => `${x} - y${name(on)} <= 0`), ...some.forced.map((on) => `y${name(on)} = 1`), `${sessions.join(' + ')} >= 0`);
  const all = [...sessions, ...pairs.map(({ x }) => x)];
  const problem = `Minimize\n obj: ${goal}\nSubject To\n${rules.map((rule, index) => ` c${index}: ${rule}`).join('\n')}\nBinary\n ${all.join('\n ')}\nEnd`;
  const solved = highs.solve(problem, { mip_rel_gap: 0, mip_abs_gap: 0 });
  if (solved.Status !== 'Optimal') throw new Error(`The solver says ${solved.Status}`);
  const value = Math.round(solved.ObjectiveValue);
  return { sessions: Math.floor(value / oneSession), cost: value % oneSession };
}

describe('against an exact solver', () => {
  let highs: Solver;
  beforeAll(async () => {
    highs = await highsLoader();
  });

  test('as few sessions, and as little money paid early, on 2,000 cases', { timeout: 120_000 }, () => {
    for (const [seed, runs] of [
      [20_261_124, 1000],
      [inject('freeSeed'), 1000],
    ] as const) {
      for (const some of fc.sample(cases, { seed, numRuns: runs })) {
        const { sessions, cost: total } = plan(some);
        expect({ sessions: sessions.length, cost: total }, JSON.stringify(some)).toEqual(solve(highs, some));
      }
    }
  });
});

law('every window is in one session on one of its days, or missed; forced days are there, forbidden ones are not', {
  subject: plan,
  wrong: (some) => {
    const found = plan(some);
    return { ...found, sessions: found.sessions.map((session) => ({ ...session, day: addDays(session.day, 1) })) };
  },
  given: cases,
  holds(planned, some) {
    const { sessions, missed, cost: total } = planned(some);
    const days = sessions.map((session) => session.day);
    expect(days).toEqual([...new Set(days)].toSorted());
    for (const on of some.forced) expect(days).toContain(on);
    for (const on of days) expect(some.forced.includes(on) || works(some)(on), on).toBe(true);
    const seen = [...sessions.flatMap(({ windows }) => windows), ...missed].map(({ id }) => id);
    expect(seen.toSorted()).toEqual(some.windows.map(({ id }) => id).toSorted());
    let sum = 0;
    for (const { day: on, windows } of sessions)
      for (const window of windows) {
        expect(on >= window.from && on <= window.to).toBe(true);
        sum += cost(window, on);
      }
    expect(total).toBe(sum);
    for (const { from, to } of missed) for (let on = from; on <= to; on = addDays(on, 1)) expect(works(some)(on) || some.forced.includes(on)).toBe(false);
  },
});

test('of equal plans the later days; without windows there is nothing to do', () => {
  const windows = [{ id: 'a', from: day('2026-12-01'), to: day('2026-12-10'), gross: 1 }];
  expect(fewestSessions({ windows, isWorkingDay: () => true, cost: () => 0 }).sessions[0]?.day).toBe('2026-12-10');
  expect(fewestSessions({ windows: [], isWorkingDay: () => true, cost: () => 0 })).toEqual({ sessions: [], missed: [], cost: 0 });
  const late = [{ id: 'late', from: day('2026-12-02'), to: day('2026-12-01'), gross: 1 }];
  expect(fewestSessions({ windows: late, isWorkingDay: () => true, cost: () => 0 }).missed).toEqual(late);
});
