// For the builds: distinguishes one version of the program's own sources from another.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A hash of everything that writes and checks documents: core, electron and the versions of the
 * libraries. 16 hexadecimal digits.
 */
export function programHash(): string {
  const hash = createHash('sha256').update(readFileSync(new URL('../package-lock.json', import.meta.url)));
  for (const folder of ['../core', '.']) {
    const root = fileURLToPath(new URL(folder, import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(root, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The version as people know it, from package.json. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
