// `npm run pictures`: does the ten jobs of the manual on the real screens, without a window, and takes the
// manual's pictures in both languages. The day is always the same, so the figures are too.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, saysNow, type Shown } from './shown.ts';
import { pictureLanguages, takePictures } from './take-pictures.ts';

const launcher = fileURLToPath(new URL('launch.mjs', import.meta.url));
const project = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(project, 'renderer/public/manual');
const record = join(project, 'electron/pictures/shown.json');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-pictures-'));
const shown: Record<string, Shown[string]> = {};
try {
  rmSync(folder, { recursive: true, force: true });
  for (const language of pictureLanguages) mkdirSync(join(folder, language), { recursive: true });
  await takePictures(launcher, dataFolder, async (name, part) => {
    const file = await part.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    shown[name] = { file: digestOf(file), says: await saysNow(part) };
    say(`${name}.png  ${Math.round(file.length / 1024)} KB`);
  });
  writeFileSync(record, `${JSON.stringify(shown, null, 1)}\n`);
  say(`${Object.keys(shown).length} immagini in ${folder}`);
} finally {
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 });
}
