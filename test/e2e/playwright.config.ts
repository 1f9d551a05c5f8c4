import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));

// Files that mostly wait: for a minute of Aruba's, for 30 s without an answer, for the 20 s of a check, for a
// lease that ends, for killed processes. They have a worker of their own, so that nobody waits for them.
const waiting = [
  'backend',
  'limits',
  'operators',
  'reminders',
  'shared-sample',
  'storage',
  'torture',
  'vendor-lease',
].map((name) => `**/${name}.spec.ts`);

// Every test drives the whole program, started by its launcher. Each file has a data folder of its own and
// any free port. The tests of a file run one after the other.
export default defineConfig({
  testDir: '.',
  globalSetup: './browser.ts',
  outputDir: `${root}test-results/e2e`,
  // Two keep two processors busy; the one that waits comes on top. A third was no faster in turn.
  workers: 3,
  projects: [
    { name: 'waiting', testMatch: waiting, workers: 1 },
    { name: 'working', testIgnore: waiting, workers: 2 },
  ],
  fullyParallel: false,
  forbidOnly: true,
  // The last line of a run says how many tests passed only at the second try.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
