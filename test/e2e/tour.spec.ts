import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { isWindowless } from '../../electron/launch/find-browser.ts';

const built = (name: string): string => fileURLToPath(new URL(`../../out/main/${name}`, import.meta.url));

/** Without a display `npm start` goes on the tour by itself. That happens only on Linux. */
const script = process.platform === 'linux' ? 'launch.mjs' : 'tour.mjs';

/** The environment without a display. The program finds its browser itself, as on a person's computer. */
function withoutDisplay(): NodeJS.ProcessEnv {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ALLINEA_BROWSER: browser, ...env } = process.env;
  return browser === undefined || isWindowless(browser) ? env : { ...env, ALLINEA_BROWSER: browser };
}

/** Runs a built script to its end in an empty folder, without a display. */
async function run(name: string, ...words: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-e2e-tour-'));
  const child = spawn(process.execPath, [built(name), ...words], { cwd: folder, env: withoutDisplay() });
  let output = '';
  const read = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const started = Date.now();
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code, output).toBe(0);
  expect(Date.now() - started).toBeLessThan(90_000);
  const pictures = readdirSync(join(folder, 'tour'));
  expect(pictures.filter((picture) => /^\d\d-[a-z0-9-]+\.png$/.test(picture))).toHaveLength(
    output.match(/^\d\d {2}/gm)?.length ?? 0,
  );
  await rm(folder, { recursive: true, force: true });
  return { output, pictures };
}

test('without a display, npm start does the sample job, saves a picture of each step and exits 0', async () => {
  test.setTimeout(120_000);
  const { output, pictures } = await run(script);
  expect(output).toMatch(/\nOrdine \d{8}: imponibile 58,19 €, IVA 12,80 €, totale 70,99 €\nImmagini: /);
  expect(pictures.length).toBeGreaterThan(15);
});

test('npm run tour -- --own does the job of a studio of one’s own, killed three times in between', async () => {
  test.setTimeout(120_000);
  const { output, pictures } = await run('tour.mjs', '--own');
  expect(output).toMatch(
    /\nOrdine 50012345, preventivo: imponibile 58,19 €, IVA 12,80 €, totale 70,99 €\nImmagini: /,
  );
  expect(pictures.length).toBeGreaterThan(18);
});
