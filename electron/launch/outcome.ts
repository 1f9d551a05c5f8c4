import { spawn } from 'node:child_process';

export interface Outcome {
  /** Null if the command did not start, was killed or took too long. */
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command to its end without showing its output. Never rejects. Kills it after `timeoutMs`. */
export function outcome(
  command: string,
  args: readonly string[],
  { timeoutMs, env = {} }: { readonly timeoutMs: number; readonly env?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
      windowsHide: true,
    });
    let output = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const settle = (code: number | null): void => {
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < 10_000) output += text;
    });
    child.once('error', () => settle(null));
    child.once('close', (code) => settle(code));
  });
}
