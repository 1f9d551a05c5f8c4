import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));

// Every test drives the whole program, started by its launcher: one at a time, each file with a data folder
// of its own.
export default defineConfig({
  testDir: '.',
  globalSetup: './browser.ts',
  outputDir: `${root}test-results/e2e`,
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
