import { askWorker, type Asked } from '../../../components/ask-worker.ts';
import type { ReadingAnswer, ReadingMessage, ReadingQuestion, ReadPiece } from './reading-messages.ts';

/** The answer to a reading, with the pieces that came before it. */
export interface ReadRows extends ReadPiece {
  readonly answer: ReadingAnswer;
}

/** Reads in a worker, whose file the app's own protocol serves. */
export function readInWorker(
  question: ReadingQuestion,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<Asked<ReadRows>> {
  const whole = { rows: [], rejected: [], skipped: [], sheet: [] } as {
    readonly [Part in keyof ReadPiece]: ReadPiece[Part][number][];
  };
  const make = (): Worker => new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
  return askWorker<ReadRows>(make, question, signal, (message: ReadingMessage) => {
    if (message.kind === 'progress') onProgress(message.share);
    else if (message.kind === 'done') return { ...whole, answer: message.answer };
    else {
      for (const row of message.rows ?? []) whole.rows.push(row);
      for (const row of message.rejected ?? []) whole.rejected.push(row);
      for (const row of message.skipped ?? []) whole.skipped.push(row);
      for (const row of message.sheet ?? []) whole.sheet.push(row);
    }
    return undefined;
  });
}
