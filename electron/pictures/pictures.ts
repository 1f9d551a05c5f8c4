// `npm run pictures`: does the ten jobs of the manual on the real screens, without a window, and takes the
// manual's pictures in both languages. The day is always the same, so the figures are too.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, saysAtRest, type Shown } from './shown.ts';
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
    const says = await saysAtRest(part);
    const file = await part.page().screenshot({
      path: join(folder, `${name}.png`),
      animations: 'disabled',
      clip: await part.evaluate(filledPart),
    });
    shown[name] = { file: digestOf(file), says };
    say(`${name}.png  ${Math.round(file.length / 1024)} KB`);
  });
  writeFileSync(record, `${JSON.stringify(shown, null, 2)}\n`);
  say(`${Object.keys(shown).length} immagini in ${folder}`);
} finally {
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 });
}

/** Runs in the page. The place of a part of the window, without the empty space at its lower end. */
function filledPart(part: Element): { x: number; y: number; width: number; height: number } {
  const { x, y, width, bottom } = part.getBoundingClientRect();
  const ends = [...part.querySelectorAll('section, h1, button, p')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => one.getBoundingClientRect().bottom);
  const end = Math.min(bottom, window.innerHeight, Math.max(...ends) + 20);
  return { x, y, width, height: end - y };
}
