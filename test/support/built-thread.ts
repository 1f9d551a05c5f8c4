import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const nameOf = (entry: string): string => basename(entry, '.ts');

/**
 * Builds a thread's module, and beside it those of the threads that it starts, as the program's own build
 * does. An entry is a path from the project's folder.
 */
export async function builtThread(
  entry: string,
  ...beside: readonly string[]
): Promise<{ readonly file: URL; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-thread-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(
          [entry, ...beside].map((one) => [
            nameOf(one),
            fileURLToPath(new URL(`../../${one}`, import.meta.url)),
          ]),
        ),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name].mjs' },
      },
    },
  });
  return {
    file: pathToFileURL(join(folder, `${nameOf(entry)}.mjs`)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
