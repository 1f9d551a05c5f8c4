// Reads invoices and mails in a thread of its own, so that the window answers meanwhile.
import { answerQuestion } from './answer-question.ts';
import type { ReadingQuestion } from './reading-messages.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadingQuestion>) => {
  // The page hears of a problem as an error of the worker.
  answerQuestion(data, (message) => globalThis.postMessage(message, {})).catch((problem: unknown) =>
    globalThis.reportError(problem),
  );
});
