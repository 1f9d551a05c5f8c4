import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** Builds a thread's module as the program's own build does. `entry` is a path from the project's folder. */
export async function builtThread(
  entry: string,
): Promise<{ readonly file: URL; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-thread-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL(`../../${entry}`, import.meta.url)),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'thread.mjs' } },
    },
  });
  return {
    file: pathToFileURL(join(folder, 'thread.mjs')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
