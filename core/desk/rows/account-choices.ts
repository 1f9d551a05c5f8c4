import { z } from '../../kernel/parse.ts';

/** Whether this studio reads from Aruba ("Aggiorna da Aruba", rule L). */
export const accountFields = { on: z.boolean() };

/** One record, id `firm`. Without it the function is off: until then nothing goes over the network. */
export const accountChoicesSchema = z.object({ id: z.literal('firm'), ...accountFields });
export type AccountChoices = z.output<typeof accountChoicesSchema>;
