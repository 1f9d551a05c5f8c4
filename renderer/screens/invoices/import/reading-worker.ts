// Reads invoices and mails in a thread of its own, so that the window answers meanwhile.
import type { OpenDecoder } from '../../../../core/formats/spreadsheet/text-encoding.ts';
import { readReceived } from '../../../../core/received/files/read-received.ts';
import type { ReadingMessage, ReadingQuestion } from './reading-messages.ts';

const openDecoder: OpenDecoder = (encoding, options) => new TextDecoder(encoding, options);
const say = (message: ReadingMessage): void => globalThis.postMessage(message, {});

globalThis.addEventListener('message', ({ data }: MessageEvent<ReadingQuestion>) => {
  void readReceived(data.files, { openDecoder, suppliers: data.suppliers }, (share) =>
    say({ kind: 'progress', share }),
  ).then(
    (received) => say({ kind: 'read', received }),
    // The page hears of it as an error of the worker.
    (problem: unknown) => globalThis.reportError(problem),
  );
});
