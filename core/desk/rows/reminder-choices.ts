import { weekday, type Day } from '../../kernel/day.ts';
import { z } from '../../kernel/parse.ts';

const minuteSchema = z.int().min(0).max(1439);

/** When to remind, and when not to. */
export const reminderFields = {
  on: z.boolean(),
  /** Days before each deadline; 0 is the day itself. */
  daysBefore: z.array(z.int().min(0).max(365)).max(10).readonly(),
  /** Days after the day of an unpaid order (rule G5). */
  daysUnpaid: z.array(z.int().min(1).max(365)).max(10).readonly(),
  /**
   * Quiet hours in minutes since midnight in Rome. If `from` is later than `to`, they last over midnight.
   * Null: no quiet hours.
   */
  quiet: z
    .object({ from: minuteSchema, to: minuteSchema })
    .refine(({ from, to }) => from !== to, 'begins and ends in the same minute')
    .nullable(),
  /** True: reminds on Saturdays and Sundays too. */
  weekends: z.boolean(),
};

/** One record, id `firm`. */
export const reminderChoicesSchema = z.object({ id: z.literal('firm'), ...reminderFields });
export type ReminderChoices = z.output<typeof reminderChoicesSchema>;

/**
 * The defaults, all *own*: 30, 7 and 1 days before a deadline, 7 and 30 days after an unpaid order (rule G5),
 * in office hours.
 */
export const defaultReminderChoices: ReminderChoices = {
  id: 'firm',
  on: true,
  daysBefore: [30, 7, 1],
  daysUnpaid: [7, 30],
  quiet: { from: 19 * 60, to: 8 * 60 },
  weekends: false,
};

/**
 * True if nothing may be told: reminders are off, it is a weekend, or quiet hours. The minute `to` is not
 * quiet.
 */
export function isQuiet({ on, quiet, weekends }: ReminderChoices, day: Day, minute: number): boolean {
  if (!on || (!weekends && weekday(day) >= 6)) return true;
  if (quiet === null) return false;
  const { from, to } = quiet;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Days that a reminder comes early: on the Friday before a quiet weekend, not on the Monday after. */
export const daysAhead = ({ weekends }: ReminderChoices, day: Day): number =>
  !weekends && weekday(day) === 5 ? 2 : 0;
