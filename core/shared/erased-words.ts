// What finds an erased person in commands, and what stays of a command that names one.
import type { Person } from '../people/person.ts';

/** The id, the e-mail address and the names. `person`: undefined if the row is gone already. */
export const erasedWords = (
  id: string,
  person: Pick<Person, 'email' | 'givenName' | 'familyName'> | undefined,
): readonly string[] =>
  person === undefined
    ? [id]
    : [
        id,
        person.email,
        `${person.givenName} ${person.familyName}`,
        `${person.familyName} ${person.givenName}`,
      ].filter((word) => word.trim() !== '');

/** A word as it stands in JSON. */
export const asWritten = (word: string): string => JSON.stringify(word).slice(1, -1);

/** Whether any of the words stands in a value, in capitals or not. */
export function holdsAny(value: unknown, words: Iterable<string>): boolean {
  const text = (JSON.stringify(value) ?? '').toLowerCase();
  for (const word of words) if (text.includes(asWritten(word).toLowerCase())) return true;
  return false;
}

/**
 * A refusal without the words. A text or a list that holds any of them is emptied, so that the sentence still
 * finds its fields; what is made of fields goes.
 */
export function withoutWords<R extends object>(refusal: R, words: readonly string[]): R {
  if (!holdsAny(refusal, words)) return refusal;
  const left = Object.entries(refusal).flatMap(([field, value]) => {
    if (!holdsAny(value, words)) return [[field, value]];
    return typeof value === 'string' ? [[field, '…']] : Array.isArray(value) ? [[field, []]] : [];
  });
  return Object.fromEntries(left) as R;
}

/** A command that the log keeps, with what undoing it writes and why it was refused. */
export interface LoggedContent {
  readonly command: { readonly type: string } | null;
  readonly inverse: unknown;
  readonly refusal: object | null;
}

/** A logged command without its content, if that holds any of the words. */
export const withoutContent = <C extends LoggedContent>(logged: C, words: readonly string[]): C => ({
  ...logged,
  ...(holdsAny([logged.command, logged.inverse], words) && { command: null, inverse: null }),
  refusal: logged.refusal && withoutWords(logged.refusal, words),
});
