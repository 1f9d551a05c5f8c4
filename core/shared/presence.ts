// Who else has a shared studio open now, and on which screen. The server keeps it in memory only.
import { sharedRoles } from '../desk/rows/shared-rows.ts';
import { z } from '../kernel/parse.ts';

/** Where a person is. The page alone knows what the words mean. `id`: the service, person or quote on it. */
export const placeSchema = z.object({
  screen: z.string().min(1).max(40),
  id: z.string().max(200).nullable(),
});
export type Place = z.output<typeof placeSchema>;

export const presentSchema = z.object({
  account: z.string().max(200),
  name: z.string().max(200),
  role: z.enum(sharedRoles),
  place: placeSchema.nullable(),
});
export type Present = z.output<typeof presentSchema>;
