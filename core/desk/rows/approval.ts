import { z } from '../../kernel/parse.ts';
import { purchaseIdSchema } from './purchase-rows.ts';

/**
 * Who may buy how much in a shared studio. `limit`: purchases above it, gross in cents, need an approval; one
 * row, id `limit`. `given`: the approval of one purchase, with its gross when it was given; its id is the
 * purchase's.
 */
export const approvalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('limit'), id: z.literal('limit'), limit: z.int().min(0).max(100_000_000) }),
  z.object({
    kind: z.literal('given'),
    id: purchaseIdSchema,
    gross: z.int(),
    at: z.number(),
    by: z.string().max(100),
  }),
]);
export type Approval = z.output<typeof approvalSchema>;
