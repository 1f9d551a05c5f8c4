// A worker that runs out of memory takes its whole window with it (Chromium ends the page). So every hostile
// list must end in the budget's refusal, or be read, with far less memory than a window has.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  attackTexts,
  inlineTextBook,
  mergedCellsBook,
  mergedTextBook,
  sharedTextBook,
  sparseBook,
  wideBook,
} from '../../support/attack-files.ts';

/** The most memory for objects, in MB. A window may have ten times as much. */
const most = 400;

const folder = mkdtempSync(join(tmpdir(), 'allinea-worker-'));
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('../../support/list-worker.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'worker.mjs' } },
    },
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What came of a list, or the code of the error that ended the worker. */
async function outcomeOf(content: Uint8Array | string, megabytes: number): Promise<string> {
  const worker = new Worker(pathToFileURL(join(folder, 'worker.mjs')), {
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  try {
    const [outcome] = (await once(worker, 'message')) as [string];
    return outcome;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
  } finally {
    await worker.terminate();
  }
}

test.each<readonly [string, () => Uint8Array | string, string]>([
  ['one text of 900,000 characters in 15,000 cells', sharedTextBook, 'too-many-characters'],
  ['a text merged over 20,000 rows', mergedTextBook, 'too-many-characters'],
  ['long texts in the cells', inlineTextBook, 'too-many-characters'],
  ['200 columns merged over 20,000 rows', mergedCellsBook, 'too-many-cells'],
  ['sparse rows', sparseBook, 'too-many-rows'],
  ['very many columns', wideBook, 'list'],
  ...Object.entries(attackTexts)
    .filter(([name]) => !name.startsWith('10 MB') && !name.includes('400,000'))
    .map(
      ([name, make]) =>
        [
          name,
          make,
          name.startsWith('2^20')
            ? 'too-many-columns'
            : name.includes('line breaks')
              ? 'too-many-rows'
              : 'list',
        ] as const,
    ),
])(
  '%s: no more memory than the worker may have',
  async (_, make, outcome) => {
    expect(await outcomeOf(make(), most)).toBe(outcome);
  },
  120_000,
);

test('a worker with too little memory is found by this test', async () => {
  expect(await outcomeOf(sparseBook(), 8)).toBe('ERR_WORKER_OUT_OF_MEMORY');
}, 120_000);
