import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));

// Every test drives the whole program, started by its launcher. Each file has a data folder of its own and
// any free port. The tests of a file run one after the other.
export default defineConfig({
  testDir: '.',
  globalSetup: './browser.ts',
  outputDir: `${root}test-results/e2e`,
  // Some tests wait for a minute of Aruba's, or for an answer in 30 s. With three, two processors stay busy.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  // The last line of a run says how many tests passed only at the second try.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
