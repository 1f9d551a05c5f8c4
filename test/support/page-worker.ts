// The reading workers for tests of screens, which have no threads: the same answers, as copies, a moment
// later.
import { answerQuestion as answerInvoices } from '../../renderer/screens/invoices/import/answer-question.ts';
import { answerQuestion as answerPeople } from '../../renderer/screens/people/import/answer-question.ts';
import { answerQuestion as answerServices } from '../../renderer/screens/services/import/answer-question.ts';

type Listener = (event: { readonly data: unknown }) => void;

/** How the workers of a test behave. `hanging`: they say their progress and never end. */
export const workers: { mode: 'reading' | 'hanging' | 'refused' | 'broken'; alive: number } = {
  mode: 'reading',
  alive: 0,
};

class PageWorker {
  readonly #listeners: Record<string, Listener[]> = {};
  #ended = false;

  readonly #answer: (question: never, say: (message: unknown) => void) => unknown;

  constructor(url: URL) {
    this.#answer = url.href.includes('/invoices/')
      ? answerInvoices
      : url.href.includes('/people/')
        ? answerPeople
        : answerServices;
    if (workers.mode === 'refused') throw new Error('Refused by the Content-Security-Policy');
    workers.alive += 1;
  }

  addEventListener(name: string, listener: Listener): void {
    (this.#listeners[name] ??= []).push(listener);
  }

  terminate(): void {
    if (!this.#ended) workers.alive -= 1;
    this.#ended = true;
  }

  #say(name: string, data: unknown): void {
    if (!this.#ended) for (const listener of this.#listeners[name] ?? []) listener({ data });
  }

  postMessage(question: unknown): void {
    const copy = structuredClone(question);
    setTimeout(() => {
      const say = (message: unknown): void => this.#say('message', structuredClone(message));
      if (workers.mode === 'reading') void this.#answer(copy as never, say);
      else this.#say('message', { kind: 'progress', share: 0.4 });
      if (workers.mode === 'broken') this.#say('error', null);
    });
  }
}

/** Puts the double in the place of the browser's workers. */
export function installWorkers(): void {
  workers.mode = 'reading';
  workers.alive = 0;
  Object.assign(globalThis, { Worker: PageWorker });
}
