// Finds an installed Chromium, Chrome or Edge. A candidate counts only if it answers to --version: Ubuntu's
// /usr/bin/chromium-browser may be a script that says "use snap".
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Browser } from './choose-shell.ts';
import { outcome } from './outcome.ts';

/**
 * The first that works: the browser named by ALLINEA_BROWSER, then the PATH, the usual places, and
 * Playwright's download. If ALLINEA_BROWSER is set, the PATH and the usual places are skipped.
 */
export async function findBrowser(root: string): Promise<Browser | null> {
  const named = process.env['ALLINEA_BROWSER'];
  for (const executable of named === undefined
    ? candidates(process.platform, process.env, homedir())
    : [named]) {
    const browser = await tryBrowser(executable);
    if (browser !== null) return browser;
  }
  return findDownloaded(root);
}

/**
 * Debian's Chromium that can open no window ("headless shell"). It shows pages as Chromium does, and starts
 * in less time. Null if it is not installed.
 */
export async function findWindowless(): Promise<Browser | null> {
  const browser = await tryBrowser('/usr/lib/chromium/chromium-headless-shell');
  return browser === null ? null : { ...browser, name: `${browser.name} without windows` };
}

/** Whether this browser can open no window at all. */
export const isWindowless = (executable: string): boolean => executable.endsWith('headless-shell');

/** The usual paths of browsers on each system, the better ones first. */
export function candidates(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    const paths = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return paths.flatMap((path) => roots.map((root) => `${root}\\${path}`));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', `${home}/Applications`];
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  return linuxCandidates(env['PATH'] ?? '');
}

/** Snaps come last: they may not be able to read the data folder. */
function linuxCandidates(path: string): readonly string[] {
  const names = [
    'chromium',
    'google-chrome-stable',
    'google-chrome',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const inPath = path.split(':').filter((folder) => folder.startsWith('/'));
  const folders = [
    ...new Set([
      ...inPath,
      '/usr/bin',
      '/usr/local/bin',
      '/opt/google/chrome',
      '/opt/microsoft/msedge',
      '/snap/bin',
    ]),
  ];
  const isSnap = (folder: string): boolean => folder.startsWith('/snap/');
  const groups = [folders.filter((folder) => !isSnap(folder)), folders.filter(isSnap)];
  return groups.flatMap((group) => names.flatMap((name) => group.map((folder) => `${folder}/${name}`)));
}

async function tryBrowser(executable: string): Promise<Browser | null> {
  if (!existsSync(executable)) return null;
  // On Windows --version opens a window and prints nothing.
  if (process.platform === 'win32')
    return { executable, name: executable.endsWith('msedge.exe') ? 'Microsoft Edge' : 'Chrome' };
  const { code, output } = await outcome(executable, ['--version'], { timeoutMs: 10_000 });
  const version = /^(?:Google )?(Chromium|Chrome|Microsoft Edge)\D*(\d+)/.exec(output.trim());
  return code === 0 && version !== null ? { executable, name: `${version[1]} ${version[2]}` } : null;
}

/**
 * The browser that playwright-core downloads, if it was downloaded. A short process asks for its path,
 * because loading playwright-core here would slow every start.
 */
export async function findDownloaded(root: string): Promise<Browser | null> {
  const question = "process.stdout.write(require('playwright-core').chromium.executablePath())";
  const { code, output } = await outcome(
    process.execPath,
    ['-e', `process.chdir(${JSON.stringify(root)});${question}`],
    { timeoutMs: 15_000 },
  );
  return code === 0 && output !== '' ? tryBrowser(output.trim()) : null;
}
