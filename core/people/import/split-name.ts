import { letters, mailboxParts, writtenIn, type Written } from './mailbox.ts';
import { plainName } from './plain-name.ts';

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

/** Which part of a full name comes first. */
export type NameOrder = 'given-first' | 'family-first';

type Words = readonly string[];

/** No name has more words, and no address of a person has more parts. */
const mostWords = 8;
const mostParts = 5;

const wordsOf = (text: string): Words => text.split(' ').filter((word) => word !== '');

/** Where the family name begins if it is last: the last word with the particles before it. */
function familyLast(words: Words): number {
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  return start;
}

/** Where the family name ends if it is first: the particles and the word after them. */
function familyFirst(words: Words): number {
  let end = 1;
  while (end < words.length - 1 && isParticle(words[end - 1] ?? '')) end += 1;
  return end;
}

/** The two parts of a name that is divided after `at` words. */
const divided = (words: Words, at: number, order: NameOrder): { given: Words; family: Words } =>
  order === 'given-first'
    ? { given: words.slice(0, at), family: words.slice(at) }
    : { given: words.slice(at), family: words.slice(0, at) };

/** How the address writes the name, by the number of words in its first part. */
function writings(words: Words, email: string, order: NameOrder): readonly (Written | undefined)[] {
  const parts = mailboxParts(email);
  if (words.length > mostWords || parts.length > mostParts) return words.slice(1).map(() => undefined);
  const plain = words.map(letters);
  return words.slice(1).map((_, index) => {
    const { given, family } = divided(plain, index + 1, order);
    return writtenIn(parts, given, family);
  });
}

const isCapital = (word: string): boolean => letters(word).length > 1 && word === word.toUpperCase();

/** "ROSSI Mario" and "Mario ROSSI": lists write the family name in capitals, never the given name alone. */
function orderOfCapitals(words: Words): NameOrder | undefined {
  const [first, last] = [isCapital(words[0] ?? ''), isCapital(words.at(-1) ?? '')];
  return first === last ? undefined : first ? 'family-first' : 'given-first';
}

/**
 * What one row says about the order of its full name (*own*): "m.rossi" and "rossim" tell it, and so do
 * capitals ("ROSSI Mario"). "mario.rossi" tells it less surely, because most firms put the given name first.
 * An address that holds only one part says nothing. Undefined if the row does not tell.
 */
export function orderSaid(
  text: string,
  email: string,
): { readonly order: NameOrder; readonly sure: boolean } | undefined {
  const words = wordsOf(plainName(text));
  if (words.length < 2 || text.includes(',')) return undefined;
  const capitals = orderOfCapitals(words);
  if (capitals !== undefined) return { order: capitals, sure: true };
  const given = writings(words, email, 'given-first');
  const family = writings(words, email, 'family-first');
  for (const how of ['initial', 'both'] as const) {
    const [one, other] = [given, family].map((all) => all.some((written) => written?.how === how));
    if (one !== other)
      return { order: one === true ? 'given-first' : 'family-first', sure: how === 'initial' };
  }
  return undefined;
}

/**
 * Splits a full name into its two parts (*own*). "Rossi, Mario" splits at the comma, and then the family name
 * is first. Otherwise `order` says which part is first, and the address only says where it ends: with
 * "sara@" the family name of BIANCHI ROSSI SARA has two words. What is no name is dropped (see plainName).
 * Returns undefined if a part is missing.
 */
export function splitName(text: string, email: string, order: NameOrder): SplitName | undefined {
  const [family, given, ...more] = text.split(',').map(plainName);
  if (family && given && more.length === 0) return { givenName: given, familyName: family };
  const words = wordsOf(plainName(text));
  if (words.length < 2) return undefined;
  const parts = divided(words, whereOf(words, email, order), order);
  return { givenName: parts.given.join(' '), familyName: parts.family.join(' ') };
}

/** After how many words the first part ends. The usual place stays unless the address says another one. */
function whereOf(words: Words, email: string, order: NameOrder): number {
  const usual = order === 'given-first' ? familyLast(words) : familyFirst(words);
  if (words.length === 2) return usual;
  const sureties: number[] = writings(words, email, order).map((written) => written?.surety ?? 0);
  // "anna@" is an address of Anna Maria, too.
  const { given } = divided(words, usual, order);
  const mailbox = mailboxParts(email).join('');
  if (given.some((_, index) => letters(given.slice(0, index + 1).join('')) === mailbox))
    sureties[usual - 1] ||= 1;
  const most = Math.max(...sureties);
  return sureties[usual - 1] === most ? usual : sureties.indexOf(most) + 1;
}
