import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Built as the program is, so that what is proven is what runs: `npm run simulate`.
export default defineConfig({
  root: here('.'),
  publicDir: false,
  envDir: false,
  logLevel: 'warn',
  build: {
    ssr: here('./simulate.ts'),
    target: 'node20',
    outDir: here('../../out/simulation'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'simulate.mjs' } },
  },
});
