import { openForgotten } from '../../../core/desk/pending/forgotten.ts';
import type { Command } from '../../../core/desk/command.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { nth, type Numbers, type Wish } from './wish.ts';

const decide =
  (type: 'forgotten/send-again' | 'forgotten/let-go', [a]: Numbers) =>
  (state: AppState): Command | undefined => {
    const id = nth(openForgotten(state), a)?.id;
    return id === undefined ? undefined : { type, id };
  };

/** What a person does about things that the vendor forgot. */
export const forgottenWishes = {
  'send-again': (numbers) => [decide('forgotten/send-again', numbers)],
  'let-go': (numbers) => [decide('forgotten/let-go', numbers)],
} satisfies Readonly<Record<string, Wish>>;
