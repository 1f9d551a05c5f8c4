// A browser's own questions, in place of the system's dialogs.
import type { Page } from 'puppeteer-core';

/** Asks the person. Null: cancelled. A confirmation answers with any text, a sentence with nothing. */
export type AskPerson = (
  kind: 'prompt' | 'confirm' | 'tell',
  text: string,
  value?: string,
) => Promise<string | null>;

/** Headless nobody could answer. */
export const askInPage = (page: Page, ...[kind, text, value = '']: Parameters<AskPerson>) =>
  page.evaluate(
    (how, words, before) => {
      if (how === 'prompt') return prompt(words, before);
      if (how === 'confirm') return confirm(words) ? 'yes' : null;
      alert(words);
      return null;
    },
    kind,
    text,
    value,
  );
