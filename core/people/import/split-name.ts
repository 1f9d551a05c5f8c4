/** Words that belong to the family name after them: De Santis, Lo Presti, Van der Berg. */
const particles = new Set(
  'd da dal dalla dall dalle de degli dei del dell della delle dello di do dos du el in la le li lo mac mc nel san sant santa van von der den ten ter bin al'.split(
    ' ',
  ),
);

const isParticle = (word: string): boolean => particles.has(word.toLowerCase().replace(/['’]$/, ''));

export interface SplitName {
  readonly givenName: string;
  readonly familyName: string;
}

const join = (given: readonly string[], family: readonly string[]): SplitName => ({
  givenName: given.join(' '),
  familyName: family.join(' '),
});

/** Family name last: the last word with the particles before it. At least one word stays the given name. */
function familyLast(words: readonly string[]): SplitName {
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  return join(words.slice(0, start), words.slice(start));
}

/** Family name first: the particles and the word after them. At least one word stays the given name. */
function familyFirst(words: readonly string[]): SplitName {
  let end = 1;
  while (end < words.length - 1 && isParticle(words[end - 1] ?? '')) end += 1;
  return join(words.slice(end), words.slice(0, end));
}

/** The letters of a text, without accents, as addresses write them. */
export const letters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

type Order = 'given-first' | 'family-first';

const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

/**
 * Which end of a name is the family name, if the e-mail address contains one of the two alone. Undefined if
 * it does not decide.
 */
export function orderSaid(text: string, email: string): Order | undefined {
  const words = wordsOf(text);
  if (words.length < 2) return undefined;
  const mailbox = letters(email.split('@')[0] ?? '');
  const saysLast = mailbox.includes(letters(familyLast(words).familyName));
  const saysFirst = mailbox.includes(letters(familyFirst(words).familyName));
  return saysLast === saysFirst ? undefined : saysLast ? 'given-first' : 'family-first';
}

/**
 * Splits a full name into its two parts (*own*). "Rossi, Mario" splits at the comma. Otherwise the family
 * name is the end that the e-mail address contains. If the address does not decide, `order` does. Returns
 * undefined if the name has only one word.
 */
export function splitName(text: string, email: string, order: Order): SplitName | undefined {
  const [family, given, ...more] = text.split(',').map((part) => part.trim());
  if (family && given && more.length === 0) return { givenName: given, familyName: family };
  const words = wordsOf(text);
  if (words.length < 2) return undefined;
  return (orderSaid(text, email) ?? order) === 'given-first' ? familyLast(words) : familyFirst(words);
}
