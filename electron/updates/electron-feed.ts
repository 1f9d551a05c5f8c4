// electron-updater behind the port of updates.ts. Its updater of this system is made at the first look.
import library, { type AppUpdater } from 'electron-updater';
import { withCode } from '../adapters/disk.ts';
import { NotTrusted, type UpdateFeed } from './updates.ts';

/** Errors of a file that arrived and is not what its maker signed. */
const refusals: ReadonlySet<unknown> = new Set(['ERR_UPDATER_INVALID_SIGNATURE', 'ERR_CHECKSUM_MISMATCH']);
/** Squirrel says it in words only. */
const ofSquirrel = /code (?:signature|object)|code requirement/i;

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && refusals.has(error.code)) || ofSquirrel.test(error.message));

/** The feed of an updater. Nothing is downloaded or installed that was not asked for, and nothing older. */
export function feedOf(updater: AppUpdater): UpdateFeed {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  let unchecked = false;
  const quiet = (): void => undefined;
  updater.logger = {
    info: quiet,
    error: quiet,
    // Without a working PowerShell electron-updater goes on without the signature, and says so here alone.
    warn(words: unknown) {
      if (/ignoring signature validation/i.test(String(words))) unchecked = true;
    },
  };
  return {
    async check() {
      const result = await updater.checkForUpdates();
      // A copy that was not installed cannot look. That is not the same as being the newest.
      if (result === null) throw withCode('not-installed');
      return result.isUpdateAvailable ? result.updateInfo.version : null;
    },
    async download() {
      unchecked = false;
      try {
        await updater.downloadUpdate();
      } catch (error) {
        throw isRefusal(error) ? new NotTrusted('not-trusted') : error;
      }
      if (unchecked) throw new NotTrusted('not-checked');
    },
    install: () => updater.quitAndInstall(false, true),
  };
}

export const openElectronFeed = (): UpdateFeed => feedOf(library.autoUpdater);
