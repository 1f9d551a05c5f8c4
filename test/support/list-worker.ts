// The worker of the staff list in Node, for tests of its memory: it answers with what came of the list.
import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestion } from '../../renderer/screens/people/import/answer-question.ts';

answerQuestion(
  {
    content: workerData as Uint8Array | string,
    choices: new Map(),
    dateOrder: null,
    sheet: null,
    known: null,
  },
  (message) => {
    if (message.kind !== 'done') return;
    const { answer } = message;
    parentPort?.postMessage(answer.kind === 'refused' ? answer.refusal.reason : answer.kind, []);
  },
);
