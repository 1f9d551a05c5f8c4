import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The licence's own words, from a library's folder. */
function licenceText(folder: string): string {
  const name = readdirSync(folder).find((file) => /^(?:un)?(?:licen[cs]e|copying)/i.test(file));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
}

/** Writes `licences.json`: the program's version, and the licence of each library that may be packed. */
const licences: Plugin = {
  name: 'licences',
  apply: 'build',
  generateBundle() {
    const root = here('..');
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      readonly version: string;
      readonly packages: Readonly<Record<string, Locked>>;
    };
    const libraries = Object.entries(lock.packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
      .filter(([path]) => existsSync(join(root, path)))
      .map(([path, { version, license = '' }]) => ({
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version,
        licence: license,
        text: licenceText(join(root, path)),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    this.emitFile({
      type: 'asset',
      fileName: 'licences.json',
      source: JSON.stringify({ version: lock.version, libraries }),
    });
  },
};

/** Leaves out the controls' own words in languages that the program does not speak. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  enforce: 'pre',
  load: (id) =>
    /\/react-(?:aria|stately)[^?]*\/(?!it-IT|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id.replaceAll('\\', '/'))
      ? 'export default {}; export const strings = {};'
      : null,
};

/** The page for printing has a file of its own. */
const notPrint = (id: string): boolean => !/[\\/]print\.(?:html|css)$/.test(id);

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react(), licences, twoLanguages],
  // Fonts stay files and nothing is inlined as data. The Content-Security-Policy allows
  // fonts from the app only.
  build: {
    outDir: here('../out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    rolldownOptions: {
      // The window's page and the page for printing.
      input: [here('index.html'), here('print.html')],
      // Two files: what the window needs at once, and everything else. Each of nearly two hundred small ones
      // is asked for, answered and compiled by itself.
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: notPrint, tags: ['$initial'], priority: 1 },
            { name: 'late', test: notPrint },
          ],
        },
      },
    },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
