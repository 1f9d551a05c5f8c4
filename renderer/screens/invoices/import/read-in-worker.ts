import type { Received } from '../../../../core/received/files/received.ts';
import { askWorker, type Asked } from '../../../components/ask-worker.ts';
import type { Watch } from '../../../components/run-steps.ts';
import type { ReadingMessage, ReadingQuestion } from './reading-messages.ts';

/** Reads received files in a worker. */
export function readInWorker(
  question: ReadingQuestion,
  { signal, onProgress }: Watch,
): Promise<Asked<Received>> {
  const make = (): Worker => new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  return askWorker<Received>(make, question, signal, (message: ReadingMessage) => {
    if (message.kind !== 'progress') return message.received;
    onProgress(message.share);
    return undefined;
  });
}
