import type { Person } from '../people/person.ts';

/** Letters without accents and digits, in lower case. Other characters are dropped. */
const plain = (text: string): string =>
  /^[A-Za-z0-9]*$/.test(text) ? text.toLowerCase() : withoutMarks(text);

const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

/** Whether the panel accepts the username: 8 to 32 letters and digits (rule H3). */
export const isUsername = (text: string): boolean => /^[A-Za-z0-9]{8,32}$/.test(text);

/**
 * The first free username made from a name: initial, family name, and a number of at least two
 * digits that fills up to 8 characters (`aferri01`). `taken` holds every username ever used on the
 * service, in lower case (rule H3).
 */
export function proposeUsername(
  person: Pick<Person, 'givenName' | 'familyName'>,
  taken: ReadonlySet<string>,
): string {
  const base = (plain(person.givenName).slice(0, 1) + plain(person.familyName)).slice(0, 26) || 'utente';
  for (let number = 1; ; number += 1) {
    const candidate = base + String(number).padStart(Math.max(2, 8 - base.length), '0');
    if (!taken.has(candidate)) return candidate;
  }
}
