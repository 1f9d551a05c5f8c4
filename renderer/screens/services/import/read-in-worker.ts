import type { ServiceRow } from '../../../../core/register/import/read-service-list.ts';
import { askWorker, type Asked } from '../../../components/ask-worker.ts';
import type { ReadingAnswer, ReadingMessage, ReadingQuestion } from './reading-messages.ts';

/** The answer to a reading. The rows come in pieces before it. */
export interface ReadRows {
  readonly answer: ReadingAnswer;
  readonly rows: readonly ServiceRow[];
}

/** Reads in a worker, whose file the app's own protocol serves. */
export function readInWorker(
  question: ReadingQuestion,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<Asked<ReadRows>> {
  const rows: ServiceRow[] = [];
  const make = (): Worker => new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  return askWorker<ReadRows>(make, question, signal, (message: ReadingMessage) => {
    if (message.kind === 'progress') onProgress(message.share);
    else if (message.kind === 'rows') for (const row of message.rows) rows.push(row);
    else return { answer: message.answer, rows };
    return undefined;
  });
}
