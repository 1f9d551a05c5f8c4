import type { AppState } from '../../core/desk/rows/state.ts';
import type { DeskApplication } from '../../electron/application.ts';
import { looksOf, questions, type AskDesk } from '../../electron/desk-thread/questions.ts';

/** What the main process may ask of a desk, answered from a state at once. */
export const askedDesk = (state: () => AppState): Pick<DeskApplication, 'ask' | 'looks'> => ({
  ask: (async (name: keyof typeof questions, about: never) => questions[name](state(), about)) as AskDesk,
  looks: () => looksOf(state()),
});
