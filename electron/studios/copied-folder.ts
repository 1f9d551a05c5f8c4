// A studio's folder for reading only: its files are copied into memory once, and the folder is never
// written. What the program writes meanwhile (a repair, a note of its own) stays in memory.
import { err, ok } from '../../core/kernel/result.ts';
import type { DocumentStore, LineStore } from '../../core/ports.ts';
import { readEnd } from '../adapters/end-mark.ts';
import { codeOf, envelopeOf, headBytes, type Envelope } from '../adapters/envelope.ts';
import { textsOf, wholeLines } from '../adapters/whole-lines.ts';
import { calmFiles } from './calm-files.ts';
import type { StudioFolder } from './studio-folder.ts';
import { thisWriter } from '../adapters/this-program.ts';

/** The documents, the journals and their end. Secrets and the simulator stay where they are. */
const wanted = /^(?:(?:workspace|workspace-backup|replica|screen)\.json|journal-[12]\.changes|journal\.end)$/;
interface CopyOptions {
  readonly program?: string | undefined;
  readonly readFile?: (path: string) => Buffer;
}

/**
 * Copies the files of a moment in which none of them changed. Throws if they change again and again, or if
 * the folder cannot be read.
 */
export function copyFolder(
  folder: string,
  { program = thisWriter.program, readFile }: CopyOptions = {},
): StudioFolder {
  return filesInMemory(calmFiles(folder, wanted, readFile), program);
}

/** A studio's files that are in memory already. What is written to them stays there. */
export function filesInMemory(
  files: ReadonlyMap<string, Buffer>,
  program: string | undefined = thisWriter.program,
): StudioFolder {
  return {
    store: (name) => copiedDocument(files.get(`${name}.json`), program),
    lines: (name) => copiedLines(files.get(`${name}.changes`)),
    end: { read: () => readEnd(files.get('journal.end')), keep: () => undefined },
  };
}

function copiedDocument<T>(current: Buffer | undefined, program: string | undefined): DocumentStore<T> {
  let bytes = current;
  let written: { readonly document: T } | undefined;
  let read: Envelope | undefined;
  return {
    read() {
      if (written !== undefined) return ok(written.document);
      if (bytes === undefined) return ok(undefined);
      try {
        read = envelopeOf(bytes, program);
        return ok(read.document as T);
      } catch (error) {
        return err({ reason: 'unreadable', detail: codeOf(error) });
      }
    },
    firstBytes: () => bytes?.subarray(0, 2 * headBytes).toString('latin1'),
    isOwn: () => written === undefined && read?.isOwn === true,
    author: () => read?.author,
    write(document) {
      written = { document };
      return null;
    },
    moveAside() {
      bytes = undefined;
      return null;
    },
  };
}

function copiedLines(bytes: Buffer | undefined): LineStore {
  let lines = bytes === undefined ? [] : textsOf(wholeLines(bytes));
  return {
    get bytes() {
      return Buffer.byteLength(lines.map((line) => `${line}\n`).join(''));
    },
    read: () => ok(lines),
    append(line) {
      lines = [...lines, line];
    },
    clear() {
      lines = [];
    },
    moveAside() {
      lines = [];
      return undefined;
    },
  };
}
