import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Modules that start by themselves: the program, and its threads. */
const entries = [
  'main.mjs',
  'desk-thread.mjs',
  'vendor-thread.mjs',
  'server-thread.mjs',
  'studio-reader.mjs',
  'backup-worker.mjs',
];

/** An import of a built file: at the start of its line, or called. Comments of libraries have others. */
const imported = /(?:^(?:import|export)\b[^\n]*?|\bimport\()["'](\.[^"'\n]+\.mjs)["']/gm;

/**
 * What the main process needs of `out/main`: its entries and what they import. The launcher, the stand-in,
 * the tour and the lone backend stay at home.
 */
function mainFiles(read: (name: string) => string): readonly string[] {
  const found = new Set<string>();
  const left = [...entries];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const [, target = ''] of read(name).matchAll(imported))
      left.push(posix.join(posix.dirname(name), target));
  }
  return [...found].sort();
}

/** The files of the packed program, from the project's folder. */
export const packedFiles = (root: string): readonly string[] => [
  'package.json',
  ...mainFiles((name) => readFileSync(posix.join(root, 'out/main', name), 'utf8')).map(
    (name) => `out/main/${name}`,
  ),
  'out/preload/preload.cjs',
  'out/renderer/**',
  '!**/*.map',
  '!node_modules/**',
];
