import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** What the child gets of this process's environment. `undefined` takes a variable away. */
type Changes = Readonly<Record<string, string | undefined>>;

/**
 * The environment of Electron. Terminals of editors that are Electron themselves pass on a variable that
 * would start it as plain Node.
 */
export const electronEnvironment: Changes = { ELECTRON_RUN_AS_NODE: undefined };

/**
 * The signals that go on to the child. On Windows there are none: `kill` ends a process there, and Ctrl+C
 * reaches the child by itself.
 */
export const forwardedSignals = (platform: NodeJS.Platform): readonly NodeJS.Signals[] =>
  platform === 'win32' ? [] : ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the program to its end in this terminal, forwards signals, and returns the exit
 * code that a shell would return.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Changes } = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    const signals = forwardedSignals(process.platform);
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
