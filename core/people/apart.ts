import type { PersonId } from '../kernel/id.ts';
import { z } from '../kernel/parse.ts';
import { personIdSchema } from './person.ts';

/**
 * A person has looked at two similar names and said that they are two people. The pair is not
 * proposed for merging again.
 */
export interface Apart {
  readonly id: string;
  readonly personIds: readonly [PersonId, PersonId];
}

export const apartSchema = z.object({
  id: z.string(),
  personIds: z.tuple([personIdSchema, personIdSchema]).readonly(),
});

/** The record for two people. It is the same whichever person comes first. */
export function apart(one: PersonId, other: PersonId): Apart {
  const personIds = one < other ? ([one, other] as const) : ([other, one] as const);
  return { id: personIds.join('/'), personIds };
}
