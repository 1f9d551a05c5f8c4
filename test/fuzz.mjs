// `npm run fuzz -- --runs 100000`: so many made-up documents and journals, answers of a vendor and payloads
// of a page, each with a table of what came of them and of the memory.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' } } });
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const files = ['files', 'answers', 'payloads'].map((what) => here(`electron/malformed-${what}.test.ts`));
const { status } = spawnSync(
  process.execPath,
  [here('../node_modules/vitest/vitest.mjs'), 'run', '-c', here('vitest.config.ts'), ...files],
  { stdio: 'inherit', env: { ...process.env, FUZZ_RUNS: values.runs } },
);
process.exitCode = status ?? 1;
