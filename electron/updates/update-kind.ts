import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateKind } from './updates.ts';

/** The file with the feed's address, which the build puts beside the program (packaging/config.ts). */
const feedFile = 'app-update.yml';

/**
 * What this copy may do with updates. Windows checks the signature against the publisher that the build wrote
 * down, macOS against the program's own. On Linux nothing is signed, so a person installs.
 */
export function updateKind(resources: string, platform: NodeJS.Platform): UpdateKind {
  const file = join(resources, feedFile);
  if (!existsSync(file)) return 'none';
  if (platform === 'darwin') return 'installed';
  return platform === 'win32' && /^publisherName:/m.test(readFileSync(file, 'utf8')) ? 'installed' : 'told';
}
