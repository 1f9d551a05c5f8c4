// `npm run icons`: draws all icons from icon.svg, with an installed browser. The results are in the
// repository, so packaging needs no browser.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../launch/find-browser.ts';
import { icnsOf, icoOf, iconSizes, type IconImage } from './icon-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const resources = join(root, 'electron', 'resources');

const found = await findBrowser(root);
if (found === null) throw new Error('Serve un browser: npm run start lo cerca o lo scarica.');
const browser = await puppeteer.launch({
  executablePath: found.executable,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  const svg = readFileSync(join(resources, 'icon.svg'), 'utf8');
  const images: IconImage[] = [];
  for (const size of iconSizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    images.push({ size, png: await page.screenshot({ type: 'png', omitBackground: true }) });
  }
  mkdirSync(join(resources, 'icons'), { recursive: true });
  for (const { size, png } of images) writeFileSync(join(resources, 'icons', `${size}x${size}.png`), png);
  writeFileSync(join(resources, 'icon.ico'), icoOf(images));
  writeFileSync(join(resources, 'icon.icns'), icnsOf(images));
  // The window's own icon on Linux and in development.
  const own = join(root, 'renderer', 'public', 'icon.png');
  mkdirSync(dirname(own), { recursive: true });
  copyFileSync(join(resources, 'icons', '256x256.png'), own);
} finally {
  await browser.close();
}
