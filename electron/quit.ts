// The end of the program: it quits without losing anything, or says why it cannot go on.
import { app, dialog } from 'electron';
import type { Log } from '../core/ports.ts';
import type { Application } from './application.ts';
import type { ServerHere } from './studio-server/server-here.ts';

/** The most time that the last exchange and the last writes may take at the end. */
const farewellMs = 5000;

let application: Application | undefined;
let server: Pick<ServerHere, 'stop'> | undefined;
let leaving = false;
/** What ends the program instead of its plain end: the installer of an update. */
let ending: (() => void) | undefined;
/** The data are closed. Nothing holds the program back any more. */
let closed = false;

/** The most time that an installer may take until it ends the program. */
const installerMs = 60_000;

/** Quits as always, but with `last` as the end once the data are closed. */
export function endWith(last: () => void): void {
  ending = last;
  app.quit();
}

/** The application that must be closed before the program ends, and the server after its last exchange. */
export function closeFirst(opened: Application, serving: Pick<ServerHere, 'stop'>): void {
  application = opened;
  server = serving;
}

/**
 * Every way to quit (window, signal, menu) goes through `will-quit`, which waits
 * until the application is closed.
 */
export function quitCleanly(log: Log, released: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  process.on('uncaughtException', (error) => {
    log.error('app.uncaught', { error: error.name });
    giveUp(error);
  });
  process.on('unhandledRejection', (error) => {
    log.error('app.unhandled', { error: error instanceof Error ? error.name : 'not-an-error' });
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    void farewell(log).finally(() => {
      released();
      closed = true;
      if (ending === undefined) app.exit(0);
      else installLast(ending, log);
    });
  });
}

/** Starts the installer, which quits once more. If it does not, the program ends all the same. */
function installLast(install: () => void, log: Log): void {
  setTimeout(() => app.exit(0), installerMs).unref();
  try {
    install();
  } catch (error) {
    log.error('update.not-installed', { error: error instanceof Error ? error.name : 'not-an-error' });
    app.exit(0);
  }
}

/** The server ends after the desk, whose last exchange it takes. */
async function closeAll(): Promise<void> {
  try {
    await application?.close();
  } finally {
    await server?.stop();
  }
}

async function farewell(log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log.error('app.close-took-too-long');
      resolve();
    }, farewellMs);
  });
  try {
    await Promise.race([closeAll(), tooLong]);
    log.info('app.closed');
  } catch (error) {
    log.error('app.close-failed', { error: error instanceof Error ? error.name : 'not-an-error' });
  } finally {
    clearTimeout(timer);
  }
}

/** Ends the program at once. Nothing is lost: accepted commands are already on disk. */
export function giveUp(error: unknown): void {
  if (leaving) return;
  leaving = true;
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  dialog.showErrorBox(
    'Allinea non può continuare',
    `Si è verificato un errore imprevisto${code}. I dati già salvati sono al sicuro: riaprire Allinea.`,
  );
  app.exit(1);
}
