import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));

// Every test drives the whole program, started by its launcher. Two files run at a time, each with a data
// folder of its own and on any free port. The tests of one file run one after the other.
export default defineConfig({
  testDir: '.',
  globalSetup: './browser.ts',
  outputDir: `${root}test-results/e2e`,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
