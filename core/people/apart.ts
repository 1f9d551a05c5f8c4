import type { PersonId } from '../kernel/id.ts';
import { z } from '../kernel/parse.ts';
import { personIdSchema } from './person.ts';

/**
 * Somebody has looked at two like names and said that they are two people: they are not proposed for merging
 * again.
 */
export interface Apart {
  readonly id: string;
  readonly personIds: readonly [PersonId, PersonId];
}

export const apartSchema = z.object({
  id: z.string(),
  personIds: z.tuple([personIdSchema, personIdSchema]).readonly(),
});

/** The one record of two people, whoever is named first. */
export function apart(one: PersonId, other: PersonId): Apart {
  const personIds = one < other ? ([one, other] as const) : ([other, one] as const);
  return { id: personIds.join('/'), personIds };
}
