// Whether Allinea opens when the person signs in to the computer. It does so only after a person has asked
// for it, and only an installed program can: any other copy is started by Electron or Node.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { Log } from '../core/ports.ts';
import { codeOf } from './adapters/envelope.ts';

/** True or false: it does, it does not. Null: it cannot. */
type AtLogin = boolean | null;

/** What the system is asked about. Tests put others in their place. */
interface Computer {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Asks the system, after changing it if that is wanted. What the system refuses stays as it was. */
export function atLogin(
  wanted: boolean | null,
  log: Log,
  { platform, env }: Computer = { platform: process.platform, env: process.env },
): AtLogin {
  if (!app.isPackaged) return null;
  const system = platform === 'linux' ? autostart(env) : ofElectron(platform);
  try {
    if (wanted !== null) system.choose(wanted);
  } catch (error) {
    log.error('at-login.not-changed', { code: codeOf(error) });
  }
  return system.chosen();
}

const ofElectron = (platform: NodeJS.Platform) => ({
  choose: (openAtLogin: boolean): void => app.setLoginItemSettings({ openAtLogin }),
  chosen(): boolean {
    const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings();
    // On Windows a person may have turned it off in the task manager. macOS says that at once.
    return openAtLogin && (platform !== 'win32' || executableWillLaunchAtLogin);
  },
});

/** Electron knows nothing of Linux: there a file in the folder of the desktop's standard says it. */
function autostart(env: Computer['env']) {
  const folder = join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'allinea.desktop');
  // Inside an AppImage the program lies in a folder that is gone when it ends.
  const program = env['APPIMAGE'] ?? process.execPath;
  return {
    choose(on: boolean): void {
      if (!on) return rmSync(file, { force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        file,
        `[Desktop Entry]\nType=Application\nName=Allinea\nExec=${quoted(program)}\nTerminal=false\n`,
      );
    },
    chosen(): boolean {
      try {
        // Desktops turn an entry off with one of these lines.
        return !/^(?:Hidden=true|X-GNOME-Autostart-enabled=false)$/m.test(readFileSync(file, 'utf8'));
      } catch {
        return false;
      }
    },
  };
}

/** A path for `Exec`: quoted, and the quoting escaped once more, as in any text of such a file. */
const quoted = (path: string): string =>
  `"${path.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`.replaceAll('\\', '\\\\');
