// One JSON document over electron-store (conf), which writes a temporary file, flushes it and renames it.
// This file adds what conf does not promise: an unreadable file is never overwritten, a short write (full
// disk) does not replace the old document, and the rename itself is flushed.
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Store from 'electron-store';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { DocumentStore } from '../../core/ports.ts';
import { codeOf, envelopeOf, isSignedBy, signed } from './envelope.ts';
import { thisProgram } from './this-program.ts';

/**
 * conf keeps only objects and reads anything else as empty. So the document is one key of the file: a file
 * without the key is damaged, not empty.
 */
interface Envelope<T> extends Record<string, unknown> {
  document: T;
}

/**
 * The document `place/NAME.json`, readable only by its owner. `program` signs each
 * written document (see `signed`).
 */
export function openDocument<T>(
  place: string,
  name: string,
  program: string | undefined = thisProgram,
): DocumentStore<T> {
  // electron-store would read a relative folder as a folder below the application's own.
  const folder = resolve(place);
  const file = join(folder, `${name}.json`);
  const kept = `${file}.kept`;
  let conf: Store<Envelope<T>> | undefined;
  /** The size that the last write should have on disk. */
  let bytes = 0;
  /** True if no unreadable file is there, so it may be overwritten. */
  let sound = false;
  let own = false;

  function read(): Result<T | undefined, { readonly reason: 'unreadable'; readonly detail: string }> {
    try {
      if (!sound) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        tidy();
      }
      const bytes = existsSync(file) ? readFileSync(file) : undefined;
      const document = bytes === undefined ? undefined : (envelopeOf(bytes)['document'] as T);
      own = bytes !== undefined && program !== undefined && isSignedBy(program, bytes);
      sound = true;
      return ok(document);
    } catch (error) {
      [sound, own] = [false, false];
      return err({ reason: 'unreadable', detail: codeOf(error) });
    }
  }

  /** Tidies up if it can. A folder that cannot be written is no reason not to read its document. */
  function tidy(): void {
    try {
      clearLeftovers(folder, file, kept);
    } catch (error) {
      if (!isSound(file)) throw error;
    }
  }

  function newStore(): Store<Envelope<T>> {
    // conf writes in place if SNAP is set, and a terminal inside a snap passes that
    // variable on to its programs.
    delete process.env['SNAP'];
    return new Store<Envelope<T>>({
      cwd: folder,
      name,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      // conf only writes here. The old content was read and checked above, and is replaced as a whole.
      deserialize: () => ({}) as Envelope<T>,
      serialize: ({ document }) => {
        const text = signed(JSON.stringify(document), program);
        bytes = Buffer.byteLength(text);
        return text;
      },
    });
  }

  return {
    read,
    isOwn: () => own,

    write(document) {
      if (document === undefined) throw new Error(`document-undefined: ${name}`);
      const before = sound ? ok(undefined) : read();
      if (!before.ok) throw new Error(`document-unreadable: ${name}: ${before.error.detail}`);
      conf ??= newStore();
      // Gives the old document a second name. On a full disk the short new file has already replaced the old
      // one when its size shows the problem.
      const hasOld = keepOld(file, kept);
      conf.store = { document };
      if (statSync(file).size !== bytes) {
        if (hasOld) renameSync(kept, file);
        else rmSync(file, { force: true });
        throw new Error(`document-short-write: ${name}`);
      }
      flushFolder(folder);
      rmSync(kept, { force: true });
    },

    moveAside() {
      const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
      let aside = join(folder, `${name}.damaged-${stamp}.json`);
      for (let n = 2; existsSync(aside); n += 1) aside = join(folder, `${name}.damaged-${stamp}-${n}.json`);
      sound = false;
      try {
        renameSync(file, aside);
      } catch {
        // The folder cannot be written. Then no write can overwrite the unreadable file either.
        return null;
      }
      flushFolder(folder);
      return basename(aside);
    },
  };
}

/**
 * Removes what a crash left: temporary files, and the old document's second name. The second name is needed
 * only if the crash came right after a short write.
 */
function clearLeftovers(folder: string, file: string, kept: string): void {
  const prefix = `${basename(file)}.tmp-`;
  for (const entry of readdirSync(folder)) {
    if (entry.startsWith(prefix)) rmSync(join(folder, entry), { force: true });
  }
  if (!existsSync(kept)) return;
  try {
    envelopeIn(file);
    rmSync(kept);
  } catch {
    // Both names may be one file, if the crash came before the write. A rename then does nothing, and the
    // copy is as bad as the document.
    if (existsSync(file) && !isSound(kept)) rmSync(kept);
    else renameSync(kept, file);
  }
}

function isSound(file: string): boolean {
  try {
    envelopeIn(file);
    return true;
  } catch {
    return false;
  }
}

const envelopeIn = (file: string): Record<string, unknown> => envelopeOf(readFileSync(file));

function keepOld(file: string, kept: string): boolean {
  rmSync(kept, { force: true });
  try {
    linkSync(file, kept);
    return true;
  } catch {
    // There is no document yet, or the file system has no hard links (FAT). On FAT a short write is still
    // noticed, but the old document is lost.
    return false;
  }
}

/** Makes the rename itself durable. Windows has no such call and does not need it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
