// One JSON document over electron-store (conf), which writes a temporary file, flushes it and renames it.
// What conf does not promise is added here:
// an unreadable file is never written over, a short write (full disk) does not replace the old document, and
// the rename itself is flushed.
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
import { createHash } from 'node:crypto';
import Store from 'electron-store';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { DocumentStore } from '../../core/ports.ts';
import { thisProgram } from './this-program.ts';

/**
 * conf keeps only objects and reads anything else as empty, so the document is one key of the file: whatever
 * lacks the key is damaged, not empty.
 */
interface Envelope<T> extends Record<string, unknown> {
  document: T;
}

/**
 * The document `place/NAME.json`, readable by its owner only. `program`: what a document is signed with when
 * it is written, see `signed`.
 */
export function openDocument<T>(
  place: string,
  name: string,
  program: string | undefined = thisProgram,
): DocumentStore<T> {
  // electron-store would take a relative folder for one below the application's own.
  const folder = resolve(place);
  const file = join(folder, `${name}.json`);
  const kept = `${file}.kept`;
  let conf: Store<Envelope<T>> | undefined;
  /** What the last write should have put on disk. */
  let bytes = 0;
  /** Nothing unreadable lies there: it may be written over. */
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

  /**
   * Where nothing can be written nothing can be tidied up either: that is no reason not to read what is
   * there.
   */
  function tidy(): void {
    try {
      clearLeftovers(folder, file, kept);
    } catch (error) {
      if (!isSound(file)) throw error;
    }
  }

  function newStore(): Store<Envelope<T>> {
    // conf writes in place where SNAP is set, and a terminal inside a snap hands that variable down to
    // whatever it starts.
    delete process.env['SNAP'];
    return new Store<Envelope<T>>({
      cwd: folder,
      name,
      configFileMode: 0o600,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      // It only writes: what lies there was read and checked above, and is replaced whole.
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
      // A second name for the old document: on a full disk the short new file has already been renamed over
      // it when the size gives it away.
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
        // A folder that cannot be written: no write will get further than the unreadable file either.
        return null;
      }
      flushFolder(folder);
      return basename(aside);
    },
  };
}

/**
 * A crash leaves temporary files, which nobody needs, or the old document's second name, which is needed only
 * where the crash came right after a short write.
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
    // Where the crash came before the write the two are names of one file, and then a rename does nothing: as
    // bad as the document, it is no help.
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

function envelopeOf(bytes: Buffer): Record<string, unknown> {
  const text = bytes.toString('utf8');
  if (text.trim() === '') throw damaged('empty');
  const whole: unknown = JSON.parse(text);
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, 'document'))
    throw damaged('not-a-document');
  return { ...whole };
}

/**
 * The envelope as text. It names the program that wrote it, with a sum of the document: what has both was
 * checked when it was
 * made, and nothing has touched it since. Another version, whose checks are others, looks at every field.
 */
const signed = (document: string, program: string | undefined): string =>
  program === undefined
    ? `{"document":${document}}`
    : `{"program":"${program}","sum":"${sumOf(document)}","document":${document}}`;

const sumOf = (document: string | Buffer): string => createHash('sha256').update(document).digest('hex');

function isSignedBy(program: string, bytes: Buffer): boolean {
  const head = `{"program":"${program}","sum":"`;
  const from = head.length + sumLength + '","document":'.length;
  return (
    bytes.subarray(0, head.length).toString('latin1') === head &&
    bytes.subarray(head.length, head.length + sumLength).toString('latin1') ===
      sumOf(bytes.subarray(from, bytes.length - 1))
  );
}

/** In hexadecimal digits. */
const sumLength = 64;

/** Carries its code as the errors of the file system do. */
const damaged = (code: string): Error => Object.assign(new Error(code), { code });

/** A short code: the message of a syntax error quotes the file, which is full of names. */
function codeOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'not-json';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}

function keepOld(file: string, kept: string): boolean {
  rmSync(kept, { force: true });
  try {
    linkSync(file, kept);
    return true;
  } catch {
    // No document yet, or a file system without hard links (FAT): there a short write is still noticed, but
    // the old document is gone.
    return false;
  }
}

/** Makes the rename itself durable; Windows has no such call and does not need it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
