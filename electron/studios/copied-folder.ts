// A studio's folder for reading only: its files are copied into memory once, and the folder is never
// written. What the program writes meanwhile (a repair, a note of its own) stays in memory.
import { err, ok } from '../../core/kernel/result.ts';
import type { DocumentStore, LineStore } from '../../core/ports.ts';
import { codeOf, envelopeOf, isSignedBy } from '../adapters/envelope.ts';
import { calmFiles } from './calm-files.ts';
import type { StudioFolder } from './studio-folder.ts';
import { thisProgram } from '../adapters/this-program.ts';

/** The documents, their second names and the journals. Secrets and the simulator stay where they are. */
const wanted = /^(?:(?:workspace|workspace-backup|replica|screen)\.json(?:\.kept)?|journal-[12]\.changes)$/;
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
  { program = thisProgram, readFile }: CopyOptions = {},
): StudioFolder {
  const files = calmFiles(folder, wanted, readFile);
  return {
    store: (name) => copiedDocument(files.get(`${name}.json`), files.get(`${name}.json.kept`), program),
    lines: (name) => copiedLines(files.get(`${name}.changes`)),
  };
}

function copiedDocument<T>(
  current: Buffer | undefined,
  kept: Buffer | undefined,
  program: string | undefined,
): DocumentStore<T> {
  let bytes = isSound(current) || !isSound(kept) ? current : kept;
  let written: { readonly document: T } | undefined;
  return {
    read() {
      if (written !== undefined) return ok(written.document);
      if (bytes === undefined) return ok(undefined);
      try {
        return ok(envelopeOf(bytes)['document'] as T);
      } catch (error) {
        return err({ reason: 'unreadable', detail: codeOf(error) });
      }
    },
    isOwn: () => bytes !== undefined && program !== undefined && isSignedBy(program, bytes),
    write(document) {
      written = { document };
    },
    moveAside() {
      bytes = undefined;
      return null;
    },
  };
}

function isSound(bytes: Buffer | undefined): boolean {
  try {
    return bytes !== undefined && envelopeOf(bytes)['document'] !== undefined;
  } catch {
    return false;
  }
}

function copiedLines(bytes: Buffer | undefined): LineStore {
  const text = bytes === undefined ? '' : bytes.toString('utf8');
  let lines = text.split('\n').slice(0, -1);
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
