// Fewest sessions (rule I2), compared with an exact solver on both objectives.
import fc from 'fast-check';
import highsLoader from 'highs';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { addDays, type Day } from '../../core/kernel/day.ts';
import { cases, cost, plan, works, type SessionCase } from '../support/session-cases.ts';

type Solver = Awaited<ReturnType<typeof highsLoader>>;

/** The question as a linear program. y: a session is on that day. x: a window is served on that day. */
function solve(highs: Solver, some: SessionCase): { readonly sessions: number; readonly cost: number } {
  const days = new Set(some.forced);
  for (const { from, to } of some.windows)
    for (let on = from; on <= to; on = addDays(on, 1)) if (works(some)(on)) days.add(on);
  if (days.size === 0) return { sessions: 0, cost: 0 };
  const name = (on: Day): string => on.replaceAll('-', '');
  const pairs = some.windows.flatMap((window) =>
    [...days]
      .filter((on) => on >= window.from && on <= window.to)
      .map((on) => ({ window, on, x: `x${window.id}d${name(on)}` })),
  );
  const sessions = [...days].map((on) => `y${name(on)}`);
  // One session less outweighs all the money. So sessions count first.
  const oneSession = 1_000_000;
  const goal = [
    ...sessions.map((y) => `${oneSession} ${y}`),
    ...pairs.map(({ window, on, x }) => `${cost(window, on)} ${x}`),
  ].join(' + ');
  const rules = [...new Set(pairs.map(({ window }) => window.id))].map(
    (id) =>
      `${pairs
        .filter(({ window }) => window.id === id)
        .map(({ x }) => x)
        .join(' + ')} = 1`,
  );
  rules.push(
    ...pairs.map(({ x, on }) => `${x} - y${name(on)} <= 0`),
    ...some.forced.map((on) => `y${name(on)} = 1`),
    `${sessions.join(' + ')} >= 0`,
  );
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
