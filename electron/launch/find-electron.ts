// Electron from node_modules. npm installs its package, but the binary is downloaded at the first start.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Electron } from './choose-shell.ts';
import { outcome } from './outcome.ts';

const downloadMs = 150_000;
const retryAfterMs = 24 * 3_600_000;

/** Electron's executable, if it exists and starts. Otherwise null. */
export async function findElectron(root: string): Promise<Electron | null> {
  const folder = join(root, 'node_modules', 'electron');
  const version = versionOf(folder);
  const executable = executableIn(folder);
  if (version === undefined || executable === undefined || !sandboxWorks(executable)) return null;
  // Run as Node it needs no display but all its libraries. Containers often lack some.
  const trial = await outcome(executable, ['-e', '0'], {
    timeoutMs: 15_000,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  return trial.code === 0 ? { executable, version } : null;
}

/**
 * Downloads the binary with the package's own installer. After a failure it waits a day before the next try,
 * because a blocked network must not delay every start. `insist` tries at once.
 */
export async function fetchElectron(
  root: string,
  { say, insist }: { readonly say: (line: string) => void; readonly insist: boolean },
): Promise<Electron | null> {
  const folder = join(root, 'node_modules', 'electron');
  const installer = join(folder, 'install.js');
  const marker = join(root, 'node_modules', '.cache', 'allinea', 'electron-download-failed');
  if (!existsSync(installer) || executableIn(folder) !== undefined || (isRecent(marker) && !insist))
    return null;
  // A blocked network fails within a second. Then there is nothing to announce.
  const announcement = setTimeout(() => say('Scarico Electron (una volta sola, circa 120 MB)…'), 2000);
  const download = await outcome(process.execPath, [installer], { timeoutMs: downloadMs });
  clearTimeout(announcement);
  if (download.code === 0) return findElectron(root);
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, '');
  return null;
}

/** Finds the executable as the package's own index.js does. The variable names a custom build. */
function executableIn(folder: string): string | undefined {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const name = readText(join(folder, 'path.txt'));
  if (name === undefined && own === undefined) return undefined;
  const executable = join(own ?? join(folder, 'dist'), name ?? 'electron');
  return existsSync(executable) ? executable : undefined;
}

function versionOf(folder: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' &&
      manifest !== null &&
      'version' in manifest &&
      typeof manifest.version === 'string'
      ? manifest.version
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the sandbox works. Some Linux systems (Ubuntu since 24.04) allow it only to installed programs.
 * Allinea then uses an installed browser and never runs without a sandbox.
 */
function sandboxWorks(executable: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return true;
  const restricted =
    kernelSays('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1') ||
    kernelSays('/proc/sys/kernel/unprivileged_userns_clone', '0');
  if (!restricted) return true;
  try {
    const helper = statSync(join(dirname(executable), 'chrome-sandbox'));
    return helper.uid === 0 && (helper.mode & 0o4000) !== 0;
  } catch {
    return false;
  }
}

const kernelSays = (file: string, value: string): boolean => readText(file) === value;

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isRecent(marker: string): boolean {
  try {
    return Date.now() - statSync(marker).mtimeMs < retryAfterMs;
  } catch {
    return false;
  }
}
