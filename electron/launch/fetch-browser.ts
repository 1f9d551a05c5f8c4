// Gets a Chromium if none is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from './choose-shell.ts';
import { findBrowser, findDownloaded, findWindowless } from './find-browser.ts';
import { outcome } from './outcome.ts';

const installMs = 600_000;

/**
 * Installs Chromium from Debian's packages if this is Debian and the user is root. Otherwise downloads
 * playwright-core's Chromium for this user. Returns null if both fail.
 */
export async function fetchBrowser(root: string, say: (line: string) => void): Promise<Browser | null> {
  if (canInstall()) {
    say('Nessun browser trovato: installo Chromium dai pacchetti di Debian (qualche minuto)…');
    const installed = (await install('chromium')) ? await findBrowser(root) : null;
    if (installed !== null) return installed;
  }
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  if (!existsSync(cli)) return null;
  say('Nessun browser trovato: scarico Chromium (una volta sola, circa 170 MB)…');
  const download = await outcome(process.execPath, [cli, 'install', 'chromium'], { timeoutMs: installMs });
  return download.code === 0 ? findDownloaded(root) : null;
}

/**
 * Installs Debian's Chromium without windows, for tests, under the same conditions. Returns null if that is
 * not possible: the usual Chromium does the same, slower.
 */
export async function fetchWindowless(say: (line: string) => void): Promise<Browser | null> {
  if (!canInstall()) return null;
  say('Installo Chromium senza finestre dai pacchetti di Debian, per i test (qualche minuto)…');
  return (await install('chromium-headless-shell')) ? findWindowless() : null;
}

const canInstall = (): boolean => isDebian() && process.getuid?.() === 0;

async function install(name: string): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await outcome('apt-get', ['update'], { timeoutMs: installMs, env });
  const { code } = await outcome('apt-get', ['install', '-y', '--no-install-recommends', name], {
    timeoutMs: installMs,
    env,
  });
  return code === 0;
}

/** The command that a person can type if nothing could be downloaded. */
export function installCommand(missing: 'electron' | 'browser', platform: NodeJS.Platform): string {
  if (missing === 'electron') return 'npx install-electron';
  if (platform === 'darwin') return 'brew install --cask google-chrome';
  if (platform === 'win32') return 'winget install Google.Chrome';
  return isDebian() ? 'sudo apt-get install -y chromium' : 'npx playwright-core install --with-deps chromium';
}

/**
 * Whether this is Debian itself. Ubuntu does not count: its package of that name is only a pointer to a snap.
 */
function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
