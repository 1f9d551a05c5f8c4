import { useRef, type KeyboardEvent } from 'react';
import { fold } from '../text/fold.ts';

/** An entry of a list that a button opens. */
export interface Listed {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
}

/** Letters that follow each other within this time are one word. */
const typingMs = 1000;

/**
 * Returns a function that takes a key and says the word that has been typed by now. Null if it is no letter;
 * a space is one only inside a word.
 */
export function useTypedWord(): (event: KeyboardEvent) => string | null {
  const typed = useRef({ word: '', at: 0 });
  return ({ key, timeStamp }) => {
    // Whoever goes on by arrows has ended the word.
    if (/^(?:Arrow|Home|End)/.test(key)) typed.current = { word: '', at: 0 };
    const before = timeStamp - typed.current.at > typingMs ? '' : typed.current.word;
    if (!/^\S$/u.test(key) && (key !== ' ' || before === '')) return null;
    const word = before + key;
    typed.current = { word, at: timeStamp };
    return word;
  };
}

/** The next choice that begins with the word. One letter again and again goes through all of them. */
export function typedChoice(
  choices: readonly Listed[],
  chosen: string | null,
  word: string,
): Listed | undefined {
  const letters = fold(word);
  const first = letters.charAt(0);
  const same = letters === first.repeat(letters.length);
  const wanted = same ? first : letters;
  const at = choices.findIndex(({ id }) => id === chosen) + (same ? 1 : 0);
  const inOrder = [...choices.slice(at), ...choices.slice(0, at)];
  return inOrder.find((choice) => fold(choice.label).startsWith(wanted));
}
