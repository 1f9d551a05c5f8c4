import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { programHash } from '../../electron/program-hash.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Built as the program is, so that what is measured is what runs: `npm run bench`.
export default defineConfig({
  root: here('.'),
  publicDir: false,
  envDir: false,
  logLevel: 'warn',
  define: { allineaProgram: JSON.stringify(programHash()) },
  resolve: { alias: { electron: here('../support/fake-electron.ts') } },
  ssr: { noExternal: true, external: ['playwright-core'], target: 'node' },
  build: {
    ssr: here('./bench.ts'),
    target: 'node20',
    outDir: here('../../out/bench'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'bench.mjs' } },
  },
});
