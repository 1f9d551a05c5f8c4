// The desk without a window as a process of its own: starts it, hears what it prints, waits for its death.
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Said } from './said.ts';

export const startLimitMs = 30_000;

export const dies = (child: ChildProcess) =>
  new Promise<void>((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('close', () => resolve()) : resolve(),
  );

/** Starts a desk, and calls `hear` with each thing that it prints. */
export function startDesk(
  [program = '', ...args]: readonly string[],
  hear: (said: Said) => void,
): ChildProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: child.stdout }).on('line', (line) => {
    let said: Said;
    try {
      said = JSON.parse(line) as Said;
    } catch {
      // The last line was cut by the death of the desk. It confirmed nothing.
      return;
    }
    hear(said);
  });
  return child;
}
