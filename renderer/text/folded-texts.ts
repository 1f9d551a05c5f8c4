import { remembered } from '../store/remembered.ts';
import { fold } from './fold.ts';

/** The texts of a list that a search looks through at every letter. Each is folded once. */
export interface FoldedTexts<R> {
  /** The folded text of each row, in their order. */
  readonly of: (rows: readonly R[]) => readonly string[];
  /** Folds them in small steps, before anybody searches (`takeWhenIdle`). */
  readonly ready: (rows: readonly R[]) => Generator<void, void>;
}

/** The rows that are folded in one step. The next key waits for a step at most. */
const step = 1000;

/** `subjectOf`: what the text is of. It lives longer than its row, which is made anew when others change. */
export function foldedTexts<R, S extends object>(
  subjectOf: (row: R) => S,
  textOf: (subject: S) => string,
): FoldedTexts<R> {
  const known = new WeakMap<S, string>();
  const folded = (row: R): string => {
    const subject = subjectOf(row);
    const before = known.get(subject);
    if (before !== undefined) return before;
    const made = fold(textOf(subject));
    known.set(subject, made);
    return made;
  };
  return {
    of: remembered((rows: readonly R[]) => rows.map(folded)),
    *ready(rows) {
      for (let from = 0; from < rows.length; from += step) {
        for (const row of rows.slice(from, from + step)) folded(row);
        yield;
      }
    },
  };
}
