import type { Day } from '../../kernel/day.ts';
import { personDaySchema, z } from '../../kernel/parse.ts';

/** A person said that an order was paid on a day. The vendor knows nothing of it: it registers it later. */
export interface SaidPaid {
  /** The number of the order. */
  readonly id: string;
  readonly on: Day;
}

export const saidPaidSchema: z.ZodType<SaidPaid> = z.object({ id: z.string().max(64), on: personDaySchema });
