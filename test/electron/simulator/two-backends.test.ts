// L5: `npm run backend` twice over one folder.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'allinea-backends-'));
const data = join(root, 'data');

beforeAll(
  () =>
    build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(new URL('../../../electron/simulator/http/server.ts', import.meta.url)),
        outDir: join(root, 'built'),
        rolldownOptions: { output: { format: 'es', entryFileNames: 'backend.mjs' } },
      },
    }),
  60_000,
);
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 20 }));

const start = (): ChildProcess =>
  spawn(process.execPath, [join(root, 'built/backend.mjs'), '--port=0', `--data=${data}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

async function end(child: ChildProcess): Promise<void> {
  const over = once(child, 'exit');
  child.kill();
  await over;
}

test('the second says who has the folder, ends with a code of its own and touches nothing', async () => {
  const first = start();
  await once(first.stdout ?? first, 'data');
  const before = filesIn(data);
  const second = start();
  let said = '';
  second.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = (await once(second, 'close')) as [number];
  expect([code, said]).toEqual([
    3,
    `La cartella ${data} è già in uso: la ha il processo ${first.pid} di questo computer. Niente è stato toccato.\n`,
  ]);
  expect(filesIn(data)).toEqual(before);
  await end(first);
  // Then the folder is free, and the third start has what the first one kept.
  const third = start();
  await once(third.stdout ?? third, 'data');
  expect(filesIn(data)['backend.json']).toBe(before['backend.json']);
  await end(third);
}, 60_000);
