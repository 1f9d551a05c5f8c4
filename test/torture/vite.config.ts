import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The desk without its window, the backend alone, and the program that kills them: `npm run torture`.
// `electron` is only a fake here.
export default defineConfig({
  root: here('.'),
  publicDir: false,
  envDir: false,
  logLevel: 'warn',
  resolve: { alias: { electron: here('../support/fake-electron.ts') } },
  ssr: { noExternal: true, external: ['vite', 'playwright-core'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../../out/torture'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        torture: here('./torture.ts'),
        desk: here('./desk.ts'),
        'shared-desk': here('./shared-desk.ts'),
        backend: here('../../electron/simulator/http/server.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name].mjs' },
    },
  },
});
