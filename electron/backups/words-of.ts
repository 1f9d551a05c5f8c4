import type { PersonId } from '../../core/kernel/id.ts';
import { emailKey } from '../../core/people/person.ts';

/** What a person is found by in a text. */
export const wordsOf = (
  person: { readonly email: string; readonly givenName: string; readonly familyName: string } | undefined,
  id: PersonId,
): readonly string[] =>
  person === undefined
    ? [id]
    : [
        id,
        emailKey(person.email),
        `${person.givenName} ${person.familyName}`.toLowerCase(),
        `${person.familyName} ${person.givenName}`.toLowerCase(),
      ].filter((word) => word.trim() !== '');
