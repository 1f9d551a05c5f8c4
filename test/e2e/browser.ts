// Runs before the first browser test. Fetches a browser if there is none. That may take its time here.
import { fileURLToPath } from 'node:url';
import { fetchBrowser, installCommand } from '../../electron/launch/fetch-browser.ts';
import { findBrowser } from '../../electron/launch/find-browser.ts';

export default async function browserForTests(): Promise<void> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const browser = (await findBrowser(root)) ?? (await fetchBrowser(root, (line) => console.log(line)));
  if (browser === null)
    throw new Error(`No browser could be found or fetched: ${installCommand('browser', process.platform)}`);
}
