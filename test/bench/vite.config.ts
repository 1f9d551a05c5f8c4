import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { programHash } from '../../electron/program-hash.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Builds the benchmarks in the same way as the program, so that they measure the code that
// runs: `npm run bench`.
export default defineConfig({
  root: here('.'),
  publicDir: false,
  envDir: false,
  logLevel: 'warn',
  define: { allineaProgram: JSON.stringify(programHash()) },
  resolve: { alias: { electron: here('../support/fake-electron.ts') } },
  ssr: { noExternal: true, external: ['playwright-core', 'pg-native'], target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../../out/bench'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        bench: here('./bench.ts'),
        'vendor-thread': here('../../electron/vendor-thread/vendor-thread.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
});
