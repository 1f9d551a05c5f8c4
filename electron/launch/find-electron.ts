// Electron from node_modules. npm installs its package, but the binary is downloaded at the first start.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Electron } from './choose-shell.ts';
import { outcome } from './outcome.ts';

/** 120 MB over a slow line. */
export const downloadMs = 15 * 60_000;
/** A virus scanner reads the whole program at its first start. */
export const trialMs = 60_000;
const retryAfterMs = 24 * 3_600_000;

type Say = (line: string) => void;

/** Electron's executable, if it exists and starts. Otherwise null; if it exists, `say` tells why. */
export async function findElectron(
  root: string,
  { say, system = thisSystem }: { readonly say: Say; readonly system?: System },
): Promise<Electron | null> {
  const folder = join(root, 'node_modules', 'electron');
  const version = versionOf(folder);
  const executable = executableIn(folder);
  if (version === undefined || executable === undefined) return null;
  if (!sandboxWorks(executable, system)) {
    say(sandboxRemedy(dirname(executable)));
    return null;
  }
  // Run as Node it needs no display but all its libraries. Containers often lack some.
  const trial = await outcome(executable, ['-e', '0'], {
    timeoutMs: trialMs,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  if (trial.code === 0) return { executable, version };
  say(
    trial.code === null
      ? `Electron ${version} non si avvia: non ha risposto entro ${trialMs / 1000} secondi.`
      : `Electron ${version} non si avvia (codice ${trial.code}): forse manca una libreria di sistema.`,
  );
  return null;
}

/**
 * Downloads the binary with the package's own installer. After a failure it waits a day before the next try,
 * because a blocked network must not delay every start; until then each start tells why. `insist` tries at
 * once. Where the system would refuse the program, nothing is downloaded.
 */
export async function fetchElectron(
  root: string,
  {
    say,
    insist,
    system = thisSystem,
  }: { readonly say: Say; readonly insist: boolean; readonly system?: System },
): Promise<Electron | null> {
  const folder = join(root, 'node_modules', 'electron');
  const installer = join(folder, 'install.js');
  const marker = join(root, 'node_modules', '.cache', 'allinea', 'electron-download-failed');
  if (!existsSync(installer) || executableIn(folder) !== undefined) return null;
  if (needsHelper(system)) {
    say(
      `Questo sistema non permette a Electron di isolare le pagine, quindi non lo scarico. Per usarlo: npx install-electron, poi\n${helperCommands(join(folder, 'dist'))}`,
    );
    return null;
  }
  if (isRecent(marker) && !insist) {
    say(`${failed(readText(marker))} Riprovo domani, o subito con ALLINEA_SHELL=electron.`);
    return null;
  }
  // A blocked network fails within a second. Then there is nothing to announce.
  const announcement = setTimeout(() => say('Scarico Electron (una volta sola, circa 120 MB)…'), 2000);
  const download = await outcome(process.execPath, [installer], { timeoutMs: downloadMs });
  clearTimeout(announcement);
  if (download.code === 0) return findElectron(root, { say, system });
  const why = download.code === null ? 'tempo' : 'rete';
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, why);
  say(failed(why));
  return null;
}

const failed = (why: string | undefined): string =>
  why === 'tempo'
    ? `Electron non si è scaricato entro ${downloadMs / 60_000} minuti.`
    : 'Electron non si è potuto scaricare: la rete non lo permette.';

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

/** What the sandbox depends on. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly root: boolean;
  /** The text of a file of the kernel. Undefined if there is none. */
  readonly kernel: (file: string) => string | undefined;
}

const thisSystem: System = {
  platform: process.platform,
  root: process.getuid?.() === 0,
  kernel: readText,
};

/** True if only a helper that belongs to root can make the sandbox (Ubuntu since 24.04, some Debians). */
export const needsHelper = ({ platform, root, kernel }: System): boolean =>
  platform === 'linux' &&
  !root &&
  (kernel('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    kernel('/proc/sys/kernel/unprivileged_userns_clone') === '0');

const helperCommands = (folder: string): string => {
  const helper = join(folder, 'chrome-sandbox');
  return `  sudo chown root ${helper}\n  sudo chmod 4755 ${helper}`;
};

const sandboxRemedy = (folder: string): string =>
  `Electron c’è, ma questo sistema non gli permette di isolare le pagine. Per usarlo:\n${helperCommands(folder)}`;

/** Allinea never runs without a sandbox: it then uses an installed browser. */
function sandboxWorks(executable: string, system: System): boolean {
  if (!needsHelper(system)) return true;
  try {
    const helper = statSync(join(dirname(executable), 'chrome-sandbox'));
    return helper.uid === 0 && (helper.mode & 0o4000) !== 0;
  } catch {
    return false;
  }
}

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
