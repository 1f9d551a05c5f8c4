import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { withDoubles } from './doubled-modules.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The program with the doubles, all faults in one build: `npm run simulate -- --planted`.
export default defineConfig({
  root: here('..'),
  publicDir: false,
  envDir: false,
  logLevel: 'error',
  plugins: [withDoubles(here('../../..'))],
  build: {
    ssr: here('../zz-one.ts'),
    target: 'node20',
    outDir: here('../../../out/one'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'one.mjs' } },
  },
});
