import { err, ok } from '../../core/kernel/result.ts';
import { FileReplaced, type LineStore } from '../../core/ports.ts';

/** A line store in memory that keeps the promises of the port. */
export interface MemoryLines extends LineStore {
  /** The bytes on the "disk" as text. Tests damage them here. */
  text: string;
  /** True: `append` throws like a full disk. */
  full: boolean;
  /** True: reading fails. */
  locked: boolean;
  /** True: somebody else has touched the file since it was read or written. */
  replaced: boolean;
  readonly movedAside: string[];
}

export function memoryLines(text = ''): MemoryLines {
  const whole = (): string => lines.text.slice(0, lines.text.lastIndexOf('\n') + 1);
  const lines: MemoryLines = {
    text,
    full: false,
    locked: false,
    replaced: false,
    movedAside: [],
    get bytes() {
      return Buffer.byteLength(whole());
    },
    read() {
      return lines.locked ? err({ reason: 'unreadable' }) : ok(whole().split('\n').slice(0, -1));
    },
    append(line) {
      if (lines.replaced) throw new FileReplaced();
      if (lines.full) throw new Error('No space left on device');
      lines.text = `${whole()}${line}\n`;
    },
    clear() {
      if (lines.replaced) throw new FileReplaced();
      lines.text = '';
    },
    moveAside() {
      lines.replaced = false;
      if (lines.text === '') return undefined;
      lines.movedAside.push(lines.text);
      lines.text = '';
      lines.locked = false;
      return `lines-aside-${lines.movedAside.length}`;
    },
  };
  return lines;
}
