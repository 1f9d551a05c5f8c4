// Reads staff lists in a thread of its own, so that the window answers meanwhile. One question, one answer.
import { answerQuestion } from './answer-question.ts';
import type { ReadingQuestion } from './reading-messages.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadingQuestion>) =>
  answerQuestion(data, (message) => globalThis.postMessage(message, {})),
);
