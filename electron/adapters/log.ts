// Technical events as JSON lines in DIR/log.jsonl. No personal name can get here: a value is a number, a
// boolean or a short code; anything else is left out.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '../../core/ports.ts';

type Data = Readonly<Record<string, string | number | boolean>>;

const largest = 1_000_000;
const shortCode = /^[\w.:/-]{0,64}$/;

/**
 * A log of at most two files of 1 MB each. A full file becomes log.1.jsonl. Never throws: a full
 * disk must not stop the work.
 */
export function createLog(folder: string, clock: Clock): Log {
  const file = join(folder, 'log.jsonl');
  let size = sizeOf(file);

  function append(level: 'info' | 'error', event: string, data: Data = {}): void {
    const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event: codeOnly(event), data: codesOnly(data) })}\n`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (size + line.length > largest) {
        renameSync(file, join(folder, 'log.1.jsonl'));
        size = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      size += line.length;
    } catch {
      // There is no other place to report this.
    }
  }

  return {
    info: (event, data) => append('info', event, data),
    error: (event, data) => append('error', event, data),
  };
}

const codeOnly = (text: string): string => (shortCode.test(text) ? text : '(left out)');

function codesOnly(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      codeOnly(key),
      typeof value === 'string' ? codeOnly(value) : value,
    ]),
  );
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
