import { personDaySchema, z } from '../../kernel/parse.ts';

/** The deadlines with reminders. The vendor's notice three months before needs none. */
export const reminderKinds = ['transfer', 'card', 'debit', 'expiry', 'deletion', 'items', 'unpaid'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/**
 * A deadline or unpaid order that was told: one row each until its day has passed, however often it was told.
 */
export const toldSchema = z.object({
  /** A service and the kind, with the day if items end before the service; or an order. */
  id: z.string().min(1).max(100),
  kind: z.enum(reminderKinds),
  /** The deadline, or the day of the order. Another day is told anew. */
  on: personDaySchema,
  /** The last threshold that was told: days before the deadline, or days after the order. */
  days: z.int().min(0).max(365),
});
export type Told = z.output<typeof toldSchema>;
