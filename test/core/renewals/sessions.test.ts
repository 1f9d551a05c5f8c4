// The fewest sessions (rule I2), tested by the rule's own words. test/property/sessions.test.ts
// uses an exact solver.
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../core/kernel/day.ts';
import { fewestSessions } from '../../../core/renewals/sessions.ts';
import { renewalWindow } from '../../../core/renewals/windows.ts';
import { law } from '../../support/law.ts';
import { day } from '../../support/samples.ts';
import { cases, cost, plan, works } from '../../support/session-cases.ts';

law(
  'every window is in one session on one of its days, or missed; forced days are there, forbidden ones are not',
  {
    subject: plan,
    wrong: (some) => {
      const found = plan(some);
      return {
        ...found,
        sessions: found.sessions.map((session) => ({ ...session, day: addDays(session.day, 1) })),
      };
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
      for (const { from, to } of missed)
        for (let on = from; on <= to; on = addDays(on, 1))
          expect(works(some)(on) || some.forced.includes(on)).toBe(false);
    },
  },
);

test('of equal plans the later days; without windows there is nothing to do', () => {
  const windows = [{ id: 'a', from: day('2026-12-01'), to: day('2026-12-10'), gross: 1 }];
  expect(fewestSessions({ windows, isWorkingDay: () => true, money: () => 0 }).sessions[0]?.day).toBe(
    '2026-12-10',
  );
  expect(fewestSessions({ windows: [], isWorkingDay: () => true, money: () => 0 })).toEqual({
    sessions: [],
    missed: [],
    cost: 0,
  });
  const late = [{ id: 'late', from: day('2026-12-02'), to: day('2026-12-01'), gross: 1 }];
  expect(fewestSessions({ windows: late, isWorkingDay: () => true, money: () => 0 }).missed).toEqual(late);
});

describe('the fewest days, and of those the ones with the least money paid early', () => {
  const window = (id: string, from: string, to: string, gross = 1) => ({
    id,
    from: day(from),
    to: day(to),
    gross,
  });
  const days = (
    windows: readonly ReturnType<typeof window>[],
    forced: readonly Day[] = [],
    free: (on: Day) => boolean = () => true,
  ) => fewestSessions({ windows, isWorkingDay: free, money: ({ gross }) => gross, forced });

  test('two windows that share a day need one session, on their last common day', () => {
    const { sessions, cost: total } = days([
      window('a', '2026-12-01', '2026-12-10', 100),
      window('b', '2026-12-05', '2026-12-20', 300),
    ]);
    expect(sessions.map(({ day: on, windows }) => [on, windows.map(({ id }) => id)])).toEqual([
      ['2026-12-10', ['a', 'b']],
    ]);
    expect(total).toBe(300 * 10);
  });

  test('windows that share no day need one each, each on its own last day', () => {
    const { sessions, cost: total } = days([
      window('a', '2026-12-01', '2026-12-03'),
      window('b', '2026-12-04', '2026-12-08'),
    ]);
    expect(sessions.map(({ day: on }) => on)).toEqual(['2026-12-03', '2026-12-08']);
    expect(total).toBe(0);
  });

  test('of three windows the expensive one decides with whom the middle one is paid', () => {
    const [early, middle, late] = [
      window('early', '2026-12-01', '2026-12-05', 1),
      window('middle', '2026-12-04', '2026-12-12', 9),
      window('late', '2026-12-10', '2026-12-20', 2),
    ];
    expect(
      days([early, middle, late]).sessions.map(
        ({ day: on, windows }) => `${on} ${windows.map(({ id }) => id).join()}`,
      ),
    ).toEqual(['2026-12-05 early', '2026-12-12 middle,late']);
  });

  test('a forced day is a session even if nothing is ordered on it, and serves what it can', () => {
    const only = window('a', '2026-12-01', '2026-12-10', 5);
    expect(
      days([only], [day('2026-12-24')]).sessions.map(({ day: on, windows }) => [on, windows.length]),
    ).toEqual([
      ['2026-12-10', 1],
      ['2026-12-24', 0],
    ]);
    expect(
      days([only], [day('2026-12-04')]).sessions.map(({ day: on, windows }) => [on, windows.length]),
    ).toEqual([['2026-12-04', 1]]);
    expect(days([], [day('2026-12-04'), day('2026-12-04')]).sessions).toEqual([
      { day: '2026-12-04', windows: [] },
    ]);
  });

  test('without a working day in it a window is missed, and the others go on', () => {
    const { sessions, missed } = days(
      [window('a', '2026-12-05', '2026-12-06'), window('b', '2026-12-01', '2026-12-08')],
      [],
      (on) => on !== '2026-12-05' && on !== '2026-12-06',
    );
    expect([sessions.map(({ day: on }) => on), missed.map(({ id }) => id)]).toEqual([['2026-12-08'], ['a']]);
  });
});

describe('the window of a renewal (I2)', () => {
  const at = (today: string, noticeMonths?: number) =>
    renewalWindow({
      id: 's',
      expiry: day('2027-02-28'),
      anchor: 31,
      latestSafe: day('2027-02-11'),
      today: day(today),
      ...(noticeMonths === undefined ? {} : { noticeMonths }),
    });

  test('opens on the notice day, three months before by the anchor, or today', () => {
    expect(at('2026-11-24')).toEqual({ id: 's', from: '2026-11-30', to: '2027-02-11' });
    expect(at('2026-12-15').from).toBe('2026-12-15');
    expect(at('2026-11-24', 1).from).toBe('2027-01-31');
  });

  test('may be over already', () => {
    const { from, to } = at('2027-02-20');
    expect(from > to).toBe(true);
  });
});
