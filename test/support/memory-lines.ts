import { err, ok } from '../../core/kernel/result.ts';
import type { LineStore } from '../../core/ports.ts';

/** A line store in memory that keeps the promises of the port. */
export interface MemoryLines extends LineStore {
  /** The bytes on the "disk" as text. Tests damage them here. */
  text: string;
  /** True: `append` throws like a full disk. */
  full: boolean;
  /** True: reading fails. */
  locked: boolean;
  readonly movedAside: string[];
}

export function memoryLines(text = ''): MemoryLines {
  const whole = (): string => lines.text.slice(0, lines.text.lastIndexOf('\n') + 1);
  const lines: MemoryLines = {
    text,
    full: false,
    locked: false,
    movedAside: [],
    get bytes() {
      return Buffer.byteLength(whole());
    },
    read() {
      return lines.locked ? err({ reason: 'unreadable' }) : ok(whole().split('\n').slice(0, -1));
    },
    append(line) {
      if (lines.full) throw new Error('No space left on device');
      lines.text = `${whole()}${line}\n`;
    },
    clear() {
      lines.text = '';
    },
    moveAside() {
      if (lines.text === '') return undefined;
      lines.movedAside.push(lines.text);
      lines.text = '';
      lines.locked = false;
      return `lines-aside-${lines.movedAside.length}`;
    },
  };
  return lines;
}
