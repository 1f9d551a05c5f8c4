// Random cases for the fewest sessions. They are small enough for an exact solver.
import fc from 'fast-check';
import { addDays, daysBetween, weekday, type Day } from '../../core/kernel/day.ts';
import { fewestSessions } from '../../core/renewals/sessions.ts';
import { day } from './samples.ts';

export interface SessionCase {
  readonly windows: readonly {
    readonly id: string;
    readonly from: Day;
    readonly to: Day;
    readonly gross: number;
  }[];
  readonly forced: readonly Day[];
  readonly forbidden: ReadonlySet<Day>;
}

const start = day('2026-11-24');
export const cost = ({ gross, to }: SessionCase['windows'][number], on: Day): number =>
  gross * daysBetween(on, to);
export const works =
  ({ forbidden }: SessionCase) =>
  (on: Day): boolean =>
    weekday(on) <= 5 && !forbidden.has(on);
/** The cost is money × days early, with the planner's own count of days, as in the program. */
export const plan = (some: SessionCase) =>
  fewestSessions({
    windows: some.windows,
    isWorkingDay: works(some),
    money: ({ gross }) => gross,
    forced: some.forced,
  });

export const cases: fc.Arbitrary<SessionCase> = fc
  .record({
    windows: fc.array(
      fc.record({ from: fc.nat(40), length: fc.nat(14), gross: fc.integer({ min: 1, max: 5000 }) }),
      { maxLength: 9 },
    ),
    forced: fc.array(fc.nat(50), { maxLength: 2 }),
    forbidden: fc.array(fc.nat(50), { maxLength: 8 }),
  })
  .map(({ windows, forced, forbidden }) => ({
    windows: windows.map(({ from, length, gross }, index) => ({
      id: `${index}`,
      from: addDays(start, from),
      to: addDays(start, from + length),
      gross,
    })),
    forced: forced.map((offset) => addDays(start, offset)),
    forbidden: new Set(forbidden.map((offset) => addDays(start, offset))),
  }));
