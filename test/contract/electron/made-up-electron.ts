// A distribution of Electron that holds none: the files that electron-builder looks for, and a program with
// the place of the fuses.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/**
 * Electron marks the place of its fuses with these characters.
 * Version 1, nine fuses, as they are delivered.
 */
const fusePlace = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100110'),
]);

/** Makes `folder/dist` for Linux. Returns its path. */
export async function madeUpElectron(folder: string, version: string): Promise<string> {
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'resources'), { recursive: true });
  mkdirSync(join(dist, 'locales'));
  writeFileSync(join(dist, 'electron'), Buffer.concat([Buffer.from('\u007fELF'), fusePlace]), {
    mode: 0o755,
  });
  writeFileSync(join(dist, 'chrome-sandbox'), '', { mode: 0o755 });
  writeFileSync(join(dist, 'version'), version);
  writeFileSync(join(dist, 'LICENSE'), 'Electron');
  writeFileSync(join(dist, 'LICENSES.chromium.html'), 'Chromium');
  for (const language of ['it', 'en-US', 'de']) writeFileSync(join(dist, 'locales', `${language}.pak`), '');
  const app = join(folder, 'default-app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{}');
  await createPackage(app, join(dist, 'resources', 'default_app.asar'));
  return dist;
}
