import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../out/main/backend.mjs', import.meta.url));

export interface LoneBackend {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the simulator as `npm run backend` does: its own process, any free port, its own data. */
export async function startBackend(): Promise<LoneBackend> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-e2e-backend-'));
  const child = spawn(process.execPath, [script, '--port=0', `--data=${folder}`, '--limits=off'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())?.[0];
  if (address === undefined) throw new Error(`The backend said: ${line.toString()}`);
  return {
    address,
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}
