import { z } from '../kernel/parse.ts';

/** Whether PostgreSQL holds a text as it is: it takes no NUL, and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** A text of at most so many characters that a database can hold. */
export const storableText = (most: number) => z.string().max(most).refine(isStorable);
