import { askWorker, type Asked } from '../../../components/ask-worker.ts';
import type { ReadingAnswer, ReadingMessage, ReadingQuestion, ReadPiece } from './reading-messages.ts';
import type { Watch } from '../../../components/run-steps.ts';

/** The answer to a reading, with the pieces that came before it. */
export interface ReadAnswer extends ReadPiece {
  readonly answer: ReadingAnswer;
}

/** Reads a staff list in a worker. */
export function readInWorker(
  question: ReadingQuestion,
  { signal, onProgress }: Watch,
): Promise<Asked<ReadAnswer>> {
  const whole = { rows: [], rejected: [], sheet: [] } as {
    readonly [Part in keyof ReadPiece]: ReadPiece[Part][number][];
  };
  const make = (): Worker => new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  return askWorker<ReadAnswer>(make, question, signal, (message: ReadingMessage) => {
    if (message.kind === 'progress') onProgress(message.share);
    else if (message.kind === 'done') return { ...whole, answer: message.answer };
    else {
      for (const row of message.rows ?? []) whole.rows.push(row);
      for (const row of message.rejected ?? []) whole.rejected.push(row);
      for (const row of message.sheet ?? []) whole.sheet.push(row);
    }
    return undefined;
  });
}
