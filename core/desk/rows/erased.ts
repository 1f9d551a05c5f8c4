import { z } from '../../kernel/parse.ts';
import { personIdSchema } from '../../people/person.ts';

/**
 * A person who was erased: the id alone. Older files that still hold the person are found by it, and a backup
 * that is restored does not bring the person back. Rows are only added.
 */
export const erasedSchema = z.object({ id: personIdSchema });
export type Erased = z.output<typeof erasedSchema>;

/** Two rows that are one person: `id` is gone, `into` stays. Whoever erases the one erases the other. */
export const mergedSchema = z.object({ id: personIdSchema, into: personIdSchema });
export type Merged = z.output<typeof mergedSchema>;
