import { z } from '../../kernel/parse.ts';

/** The calendar file that keeps itself up to date; one record, id `firm`. */
export const calendarFeedSchema = z.object({
  id: z.literal('firm'),
  /** As the person chose it in the dialog: no page ever names a path. */
  path: z.string().min(1).max(4096),
  /** Milliseconds since 1970. */
  writtenAt: z.number().nullable(),
  /** Why the last try failed, in the system's short word; null where it did not. */
  problem: z.string().max(40).nullable(),
});
export type CalendarFeed = z.output<typeof calendarFeedSchema>;
