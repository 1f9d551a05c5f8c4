import { personDaySchema, z } from '../../kernel/parse.ts';

/**
 * The notice, three months before, is a reminder itself; of the other deadlines something is lost when they
 * pass.
 */
export const reminderKinds = ['transfer', 'card', 'debit', 'expiry', 'deletion', 'unpaid'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/**
 * That a deadline, or an unpaid order, was told: one row each, whatever the number of times, until its day
 * has passed.
 */
export const toldSchema = z.object({
  /** What it is about: a service and the kind, or an order. */
  id: z.string().min(1).max(100),
  kind: z.enum(reminderKinds),
  /** The deadline; of an order its own day. Another day is another thing to tell. */
  on: personDaySchema,
  /** The threshold that was told last: days before the deadline, or after the order. */
  days: z.int().min(0).max(365),
});
export type Told = z.output<typeof toldSchema>;
