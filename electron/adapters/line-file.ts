import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { err, ok } from '../../core/kernel/result.ts';
import type { Clock, LineStore } from '../../core/ports.ts';

const lineBreak = 10;

/** Lines in one file, readable only by its owner. The file is opened at its first use. */
export function openLines(file: string, clock: Clock): LineStore {
  let handle: number | undefined;
  let whole = 0;

  function flushFolder(): void {
    if (process.platform === 'win32') return;
    const folder = openSync(dirname(file), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }

  function content(): Buffer {
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    whole = bytes.lastIndexOf(lineBreak) + 1;
    return bytes.subarray(0, whole);
  }

  /** Opens the file, and cuts off an incomplete line that a crash left at its end. */
  function opened(): number {
    if (handle !== undefined) return handle;
    content();
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const fresh = !existsSync(file);
    handle = openSync(file, fresh ? 'w+' : 'r+', 0o600);
    ftruncateSync(handle, whole);
    if (fresh) flushFolder();
    return handle;
  }

  function close(): void {
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
    whole = 0;
  }

  return {
    get bytes() {
      return whole;
    },

    read() {
      try {
        const text = content().toString('utf8');
        return ok(text === '' ? [] : text.slice(0, -1).split('\n'));
      } catch {
        return err({ reason: 'unreadable' });
      }
    },

    append(line) {
      const to = opened();
      const bytes = Buffer.from(`${line}\n`, 'utf8');
      try {
        for (let done = 0; done < bytes.length;)
          done += writeSync(to, bytes, done, bytes.length - done, whole + done);
        fdatasyncSync(to);
      } catch (error) {
        ftruncateSync(to, whole);
        throw error;
      }
      whole += bytes.length;
    },

    clear() {
      const to = opened();
      ftruncateSync(to, 0);
      fsyncSync(to);
      whole = 0;
    },

    moveAside() {
      close();
      if (!existsSync(file)) return undefined;
      const aside = `${file}.damaged-${clock.now()}`;
      renameSync(file, aside);
      flushFolder();
      return basename(aside);
    },
  };
}
