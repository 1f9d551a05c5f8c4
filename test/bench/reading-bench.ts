// `npm run bench -- reading`: files and texts of 5 MB and attacks, given to the screens of a running program.
// The longest time in which the window did not answer, and the most memory of its process, worker included.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startProgram } from '../../electron/tour/program.ts';
import { search } from '../../electron/tour/hands.ts';
import {
  attackTexts,
  mergedTextBook,
  sharedTextBook,
  sparseBook,
  wideBook,
} from '../support/attack-files.ts';
import { milliseconds, table } from './measure.ts';
import { watchMemory } from './renderer-memory.ts';

const launcher = fileURLToPath(new URL('../main/launch.mjs', import.meta.url));

const lines = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('\n');
const people = (count: number): string =>
  `Cognome;Nome;E-mail;Reparto\n${lines(count, (index) => `Persona${index};Prova;p${index}@grande.example;Paghe`)}`;
const services = (count: number): string =>
  `Cliente;Servizio;Scadenza;Utenti\n${lines(count, (index) => `Ditta ${index} snc;FE;${10 + (index % 18)}/0${1 + (index % 9)}/2027;${index % 5}`)}`;
const wrong = (count: number): string =>
  `Cognome;Nome;E-mail;Reparto\n${lines(count, (index) => `Persona${index};Prova;nessuna;Paghe`)}`;

type Content = string | Uint8Array;

const ofPeople: Readonly<Record<string, () => Content>> = {
  '10,000 people': () => people(10_000),
  '99,000 people (5 MB)': () => people(99_000),
  '99,000 wrong rows': () => wrong(99_000),
  'a workbook of 50 KB with a shared text of 900,000 characters': () => sharedTextBook(),
  'a workbook with a text merged over 20,000 rows': () => mergedTextBook(),
  'a workbook with 1,000,000 sparse rows': () => sparseBook(1_000_000),
  'a workbook with 2^20 columns': () => wideBook(1_048_576),
  ...attackTexts,
};
const ofServices: Readonly<Record<string, () => Content>> = {
  '10,000 services': () => services(10_000),
  '99,000 services (4 MB)': () => services(99_000),
};

/** Begins to note the longest time without an answer, in the page. */
const watchGaps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watch = { longest: 0, last: performance.now() };
    Object.assign(globalThis, { gapWatch: watch });
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      setTimeout(() => port2.postMessage(null));
    });
    port1.start();
    port2.postMessage(null);
  });

const longestGap = (page: Page): Promise<number> =>
  page.evaluate(
    () => (globalThis as unknown as { readonly gapWatch: { readonly longest: number } }).gapWatch.longest,
  );

const resetGap = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { gapWatch } = globalThis as unknown as { readonly gapWatch: { longest: number } };
    gapWatch.longest = 0;
  });

/** Chooses a file by its path. Playwright's own way copies the bytes through the page's thread. */
async function give(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    // Not that of a screen that rests.
    selector: 'input[type=file]:not([data-resting] *)',
  });
  await session.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  await session.detach();
}

/** Collects what earlier readings left behind, so that it does not count. */
async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

/** Reads one file, waits until the screen says what came of it and rests, and measures. */
async function readOnce(
  page: Page,
  dataFolder: string,
  { name, content, screen }: { readonly name: string; readonly content: Content; readonly screen: string },
): Promise<readonly string[]> {
  const path = join(dataFolder, 'prova.bin');
  writeFileSync(path, content);
  await search(page, 'impostazioni');
  await search(page, screen);
  await page.getByRole('button', { name: 'Scegli file' }).waitFor();
  await collectGarbage(page);
  await resetGap(page);
  const memory = watchMemory(dataFolder);
  const begun = performance.now();
  await give(page, path);
  const done = page.getByRole('alert').or(page.getByRole('button', { name: /^(?:Applica|Conferma|Niente)/ }));
  await done.first().waitFor({ timeout: 120_000 });
  const ms = performance.now() - begun;
  // The preview goes on for a while: what Conferma would change is worked out after a rest.
  await page.waitForTimeout(4000);
  const said = (await done.first().textContent()) ?? '';
  const row = [
    `${name} (${(content.length / 1e6).toFixed(1)} MB)`,
    milliseconds(ms),
    milliseconds(await longestGap(page)),
    memory(),
    said.slice(0, 60),
  ];
  process.stderr.write(`${row.join('   ')}\n`);
  await page.keyboard.press('Escape');
  const cancel = page.getByRole('button', { name: 'Annulla', exact: true });
  if (await cancel.isVisible()) await cancel.click();
  return row;
}

export async function readingBench(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
  const rows: (readonly string[])[] = [
    ['given to a screen', 'read in', 'longest gap', 'memory: most, more than before', 'said'],
  ];
  try {
    const program = await startProgram({ launcher, dataFolder, limits: 'off' });
    program.page.setDefaultTimeout(60_000);
    await watchGaps(program.page);
    for (const [name, make] of Object.entries(ofPeople))
      rows.push(
        await readOnce(program.page, dataFolder, { name, content: make(), screen: 'importa elenco' }),
      );
    await program.stop();
    const own = await startProgram({ launcher, dataFolder: join(dataFolder, 'own'), studio: null });
    await own.page.keyboard.type('Studio Marchetti');
    await own.page.keyboard.press('Tab');
    await own.page.keyboard.type('Maria Bassi');
    await own.page.keyboard.press('Enter');
    await own.page.getByRole('button', { name: 'Importa servizi', exact: true }).waitFor();
    own.page.setDefaultTimeout(60_000);
    await watchGaps(own.page);
    for (const [name, make] of Object.entries(ofServices))
      rows.push(
        await readOnce(own.page, join(dataFolder, 'own'), {
          name,
          content: make(),
          screen: 'importa servizi',
        }),
      );
    await own.stop();
    return table(rows);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
