// The name of a process, by which another one can tell later whether it still lives.
import { readFileSync } from 'node:fs';

/** The process id and, on Linux, the start time: ids are reused, start times are not. */
export const ownProcess = (): string => `${process.pid} ${startOf(process.pid)}`;

/** True if the process of this name, on this computer, still lives. */
export function isAlive(name: string): boolean {
  const [pid, start] = name.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: the process exists but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return start === startOf(Number(pid));
}

function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // A zombie still has its id and start time, but it is dead.
    return fields[0] === 'Z' ? 'dead' : (fields[19] ?? '-');
  } catch {
    return '-';
  }
}
