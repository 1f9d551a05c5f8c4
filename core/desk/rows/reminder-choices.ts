import { weekday, type Day } from '../../kernel/day.ts';
import { z } from '../../kernel/parse.ts';

const minuteSchema = z.int().min(0).max(1439);

/** When the firm wants to be reminded, and when it wants to be left alone. */
export const reminderFields = {
  on: z.boolean(),
  /** Before each deadline; 0 is the day itself. */
  daysBefore: z.array(z.int().min(0).max(365)).max(10).readonly(),
  /** After the day of an order that is not paid (rule G5). */
  daysUnpaid: z.array(z.int().min(1).max(365)).max(10).readonly(),
  /**
   * Minutes since midnight in Rome; from the evening to the morning where `from` is the later one. Null: at
   * any hour.
   */
  quiet: z
    .object({ from: minuteSchema, to: minuteSchema })
    .refine(({ from, to }) => from !== to, 'begins and ends in the same minute')
    .nullable(),
  /** Also on Saturdays and Sundays. */
  weekends: z.boolean(),
};

/** One record, id `firm`. */
export const reminderChoicesSchema = z.object({ id: z.literal('firm'), ...reminderFields });
export type ReminderChoices = z.output<typeof reminderChoicesSchema>;

/**
 * Reminders 30, 7 and 1 days before, orders after 7 and 30 days (rule G5), in office hours: all of it
 * Allinea's own choice.
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
 * True where nothing may be told: turned off, a weekend, or within the quiet hours; `to` itself is no longer
 * quiet.
 */
export function isQuiet({ on, quiet, weekends }: ReminderChoices, day: Day, minute: number): boolean {
  if (!on || (!weekends && weekday(day) >= 6)) return true;
  if (quiet === null) return false;
  const { from, to } = quiet;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * What would fall on a quiet weekend is told on the Friday before, not on the Monday after: so many days
 * early.
 */
export const daysAhead = ({ weekends }: ReminderChoices, day: Day): number =>
  !weekends && weekday(day) === 5 ? 2 : 0;
