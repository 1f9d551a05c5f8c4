import { z } from '../../kernel/parse.ts';

/** The calendar file that the program keeps up to date. One record, id `firm`. */
export const calendarFeedSchema = z.object({
  id: z.literal('firm'),
  /** The path that the person chose in the dialog. No page ever names a path. */
  path: z.string().min(1).max(4096),
  /** Milliseconds since 1970. */
  writtenAt: z.number().nullable(),
  /** The system's code of the last failure; null if the last write succeeded. */
  problem: z.string().max(40).nullable(),
});
export type CalendarFeed = z.output<typeof calendarFeedSchema>;
