import type { Person } from '../people/person.ts';
import { plainLetters } from '../people/plain-letters.ts';

/** Whether the panel accepts the username: 8 to 32 letters and digits (rule H3). */
export const isUsername = (text: string): boolean => /^[A-Za-z0-9]{8,32}$/.test(text);

/**
 * The first free username made from a name: initial, family name, and a number of at least two
 * digits that fills up to 8 characters (`aferri01`). A name without a letter that the panel takes gives the
 * mailbox of the e-mail address instead. `taken` holds every username ever used on the service, in lower
 * case (rule H3).
 */
export function proposeUsername(
  { givenName, familyName, email }: Pick<Person, 'givenName' | 'familyName' | 'email'>,
  taken: ReadonlySet<string>,
): string {
  const name = plainLetters(givenName).slice(0, 1) + plainLetters(familyName);
  const [mailbox = ''] = email.split('@');
  const base = (name || plainLetters(mailbox)).slice(0, 26) || 'utente';
  for (let number = 1; ; number += 1) {
    const candidate = base + String(number).padStart(Math.max(2, 8 - base.length), '0');
    if (!taken.has(candidate)) return candidate;
  }
}
