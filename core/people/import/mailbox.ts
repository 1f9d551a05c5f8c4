import { plainLetters } from '../plain-letters.ts';

/** The letters of a text as addresses write them: no accents, and o for ø. */
export const letters = (text: string): string => plainLetters(text).replaceAll(/[0-9]/g, '');

/** The parts of an address before the @, in letters: "m.de-luca2@x.it" has m, de and luca. */
export const mailboxParts = (email: string): readonly string[] =>
  (email.split('@')[0] ?? '')
    .split(/[._+-]/)
    .map(letters)
    .filter((part) => part !== '');

/**
 * How an address writes a name. `initial`: a short form of the given name and the family name ("m.rossi",
 * "rossim"). `both`: the given name and then the family name. `reversed`: the other way. `one`: only one of
 * the two.
 */
export interface Written {
  readonly how: 'initial' | 'both' | 'reversed' | 'one';
  /** How much it says about where the name is divided: 3 if both parts are whole, 2, or 1 for one part. */
  readonly surety: 1 | 2 | 3;
}

type Words = readonly string[];

/** Texts that an address may hold for a part of a name; `true` if it is the whole part. */
function formsOf(words: Words): ReadonlyMap<string, boolean> {
  const forms = new Map<string, boolean>();
  for (let at = 1; at < words.length; at += 1) {
    forms.set(words.slice(0, at).join(''), false);
    forms.set(words.slice(at).join(''), false);
  }
  forms.set(words.join(''), true);
  for (const form of forms.keys()) if (form.length < 2) forms.delete(form);
  return forms;
}

/** Whether a text is a short form of the given name: initials, or its first letters. */
function isShort(text: string, given: Words): boolean {
  if (text === '') return false;
  const initials = given.map((word) => word.slice(0, 1));
  return initials.join('').startsWith(text) || initials.includes(text);
}

const isBeginning = (text: string, given: Words): boolean =>
  text !== '' && given.join('').length > text.length && given.join('').startsWith(text);

/**
 * How an address writes a name that is divided in this way. `parts`: see mailboxParts. `given` and `family`
 * are words in letters. Undefined if the address holds neither.
 */
export function writtenIn(parts: Words, given: Words, family: Words): Written | undefined {
  const givens = formsOf(given);
  const families = formsOf(family);
  const pair = (before: string, after: string, apart: boolean): Written | undefined => {
    for (const [first, second, how] of [
      [before, after, 'both'],
      [after, before, 'reversed'],
    ] as const) {
      const whole = families.get(second);
      if (whole === undefined) continue;
      const givenWhole = givens.get(first);
      if (givenWhole === true || (givenWhole === false && apart))
        return { how, surety: whole && givenWhole ? 3 : 2 };
      if (isShort(first, given) || (apart && isBeginning(first, given)))
        return { how: 'initial', surety: whole ? 3 : 2 };
    }
    return undefined;
  };
  const found: (Written | undefined)[] = [];
  for (let at = 1; at < parts.length; at += 1)
    found.push(pair(parts.slice(0, at).join(''), parts.slice(at).join(''), true));
  const mailbox = parts.join('');
  const whole = family.join('');
  // Without a sign between them only whole parts count: "luca" in "gianluca" is no family name.
  if (parts.length === 1 && whole.length > 1) {
    if (mailbox.startsWith(whole)) found.push(pair(whole, mailbox.slice(whole.length), false));
    if (mailbox.endsWith(whole)) found.push(pair(mailbox.slice(0, -whole.length), whole, false));
  }
  const best = found.reduce(
    (one, other) => ((other?.surety ?? 0) > (one?.surety ?? 0) ? other : one),
    undefined,
  );
  if (best !== undefined) return best;
  const alone = [mailbox, ...parts].some(
    (part) => part.length > 2 && (families.get(part) === true || givens.get(part) === true),
  );
  return alone ? { how: 'one', surety: 1 } : undefined;
}
