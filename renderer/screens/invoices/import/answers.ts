import type { ItemKind } from '../../../../core/catalog/item.ts';
import type { PeriodEnd } from '../../../../core/received/invoice/period.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { plainWords } from '../../../../core/received/invoice/words.ts';

/** What a person says that a line sells. `kept`: it is taken although nobody knows what it sells. */
export type KindAnswer = ItemKind | 'kept' | 'left-out';

/** What a person answered about the lines of an import. Nothing of it is kept before Conferma. */
export interface Answers {
  /** By the words of the line: the same words are the same thing in all invoices. */
  readonly kinds: ReadonlyMap<string, KindAnswer>;
  /** By the key of the line. */
  readonly services: ReadonlyMap<string, ServiceId>;
  /** What the last day of a period is. Null: not answered. */
  readonly periodEnd: PeriodEnd | null;
}

export const noAnswers: Answers = { kinds: new Map(), services: new Map(), periodEnd: null };

/** The words by which an answer is found again. Days and numbers differ from month to month. */
export const wordsOf = (text: string): string =>
  plainWords(text)
    .split(' ')
    .filter((word) => !/^\d+$/.test(word))
    .join(' ');
