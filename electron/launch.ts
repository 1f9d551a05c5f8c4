// `npm start`, after the build: chooses what shows Allinea, says so in one line, and runs it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArguments } from './launch/arguments.ts';
import { chooseShell, type Browser, type Shell, type Wish } from './launch/choose-shell.ts';
import { fetchBrowser, installCommand } from './launch/fetch-browser.ts';
import { fetchElectron, findElectron } from './launch/find-electron.ts';
import { findBrowser } from './launch/find-browser.ts';
import { electronEnvironment, run } from './launch/run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const addressOf = (name: string): string => new URL(name, import.meta.url).href;
const beside = (name: string): string => fileURLToPath(addressOf(name));
const words = process.argv.slice(2);

process.exitCode = await launch();

async function launch(): Promise<number> {
  const reading = readArguments(words, process.env, process.cwd());
  if (!reading.ok) {
    complain(`${reading.error.name}: ${reading.error.problem}`);
    return 2;
  }
  const forced = process.env['ALLINEA_SHELL'];
  const wish: Wish = {
    forced: forced === 'electron' || forced === 'stand-in' ? forced : null,
    headless: reading.value.headless,
    display: process.platform !== 'linux' || isSet('DISPLAY') || isSet('WAYLAND_DISPLAY'),
  };
  const shell = await chooseShell(wish, {
    findElectron: () => findElectron(root, { say }),
    fetchElectron: () => fetchElectron(root, { say, insist: wish.forced === 'electron' }),
    findBrowser: () => findBrowserAndLoad(wish),
    fetchBrowser: () => fetchBrowser(root, say),
  });
  return start(shell, wish);
}

/**
 * Loads the browser's driver while the browser prints its version. Without a display the tour
 * loads it, in its own process.
 */
async function findBrowserAndLoad({ display, headless }: Wish): Promise<Browser | null> {
  const looking = findBrowser(root);
  if (display || headless) await import(addressOf('stand-in.mjs'));
  return looking;
}

async function start(shell: Shell, wish: Wish): Promise<number> {
  switch (shell.kind) {
    case 'electron':
      say(`Allinea si apre in Electron ${shell.electron.version}.`);
      return run(shell.electron.executable, [...rootSwitch(), root, ...words], { env: electronEnvironment });
    case 'stand-in':
      say(standInLine(shell.browser.name, wish));
      process.env['ALLINEA_BROWSER'] = shell.browser.executable;
      // Runs in this process: it is the same main.mjs. The stand-in lies beside it as its package `electron`
      // (vite.config.ts), and ends the process itself.
      await import(addressOf('main.mjs'));
      return 0;
    case 'tour':
      return tour(shell.browser.executable, shell.browser.name);
    case 'none':
      complain(
        `Manca ${shell.missing === 'electron' ? 'Electron' : 'un browser (Chromium, Chrome o Edge)'} e non è stato possibile scaricarlo. Per installarlo:\n\n  ${installCommand(shell.missing, process.platform)}\n`,
      );
      return 1;
  }
}

/** What a browser's window cannot do. */
const missingHere =
  'Qui mancano gli avvisi del sistema, la barra dei menu, l’accesso ricordato al prossimo avvio e l’installazione.';

function standInLine(name: string, { headless, forced }: Wish): string {
  if (headless) return `Allinea parte in ${name}, senza finestra (guscio sostitutivo).`;
  const reason = forced === null ? 'Electron non è disponibile qui: ' : '';
  return `${reason}Allinea si apre in ${name} (stesso programma, guscio sostitutivo).
${missingHere}`;
}

function tour(executable: string, name: string): number | Promise<number> {
  if (!existsSync(beside('tour.mjs'))) {
    complain('Qui non c’è uno schermo: per aprire Allinea serve un ambiente grafico (oppure --headless).');
    return 1;
  }
  say(`Qui non c’è uno schermo: giro guidato di Allinea in ${name}.`);
  return run(process.execPath, [beside('tour.mjs'), ...words], { env: { ALLINEA_BROWSER: executable } });
}

/** Chromium refuses its sandbox to root (in containers). Everybody else always gets the sandbox. */
function rootSwitch(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function isSet(name: string): boolean {
  const value = process.env[name];
  return value !== undefined && value !== '';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
