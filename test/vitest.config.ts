import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import ByProject from './support/by-project.ts';
import { withDoubles } from './simulation/planted/doubled-modules.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Electron's own binary may be missing, and `electron` then throws. Unit tests use a small fake.
const electron = { alias: { electron: here('./support/fake-electron.ts') } };

export default defineConfig({
  root: here('..'),
  resolve: electron,
  test: {
    globalSetup: here('./support/free-seed.ts'),
    restoreMocks: true,
    sequence: { sequencer: ByProject },
    // One worker for each processor. The default leaves one processor free, which is half of two.
    maxWorkers: '100%',
    // A busy machine is slow, not wrong.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          isolate: false,
          setupFiles: [here('./support/all-texts.ts')],
          include: [
            'test/*.test.ts',
            'test/{core,golden,renderer,property,electron,contract,torture}/**/*.test.ts',
            'test/simulation/*.test.ts',
          ],
          testTimeout: 30_000,
          server: { deps: { inline: ['electron-store'] } },
        },
      },
      {
        extends: true,
        plugins: [withDoubles(here('..'))],
        test: { name: 'planted', environment: 'node', include: ['test/simulation/planted/*.test.ts'] },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: here('./support/one-window.ts'),
          isolate: false,
          setupFiles: [here('./support/fresh-screen.ts')],
          include: ['test/renderer/**/*.test.tsx'],
        },
      },
    ],
  },
});
