import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const doubles = 'test/simulation/planted/doubles';

/** The modules that have a double, as paths from the root. The doubles lie in folders of the same names. */
export const doubledModules = (root: string): readonly string[] =>
  readdirSync(join(root, doubles), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/'));

/** The program gets the double of a doubled module. The tests and the doubles themselves get the real one. */
export function withDoubles(root: string): Plugin {
  const at = (path: string): string => resolve(root, path).replaceAll('\\', '/');
  const doubleOf = new Map(doubledModules(root).map((path) => [at(path), at(`${doubles}/${path}`)]));
  return {
    name: 'doubled-modules',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || importer.replaceAll('\\', '/').startsWith(`${at('test')}/`)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return doubleOf.get(found?.id ?? '') ?? null;
    },
  };
}
