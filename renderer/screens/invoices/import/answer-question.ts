import type { OpenDecoder } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import { readReceived } from '../../../../core/received/files/read-received.ts';
import type { ReadingMessage, ReadingQuestion } from './reading-messages.ts';

const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);

/** Reads the files of a question, and says the progress and then what they hold. */
export async function answerQuestion(
  { files, suppliers }: ReadingQuestion,
  say: (message: ReadingMessage) => void,
): Promise<void> {
  const received = await readReceived(files, { openDecoder, suppliers }, (share) =>
    say({ kind: 'progress', share }),
  );
  say({ kind: 'read', received });
}
