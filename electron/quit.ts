// The end of the program: it quits without losing anything, or says why it cannot go on.
import { app, dialog } from 'electron';
import type { Log } from '../core/ports.ts';
import type { Application } from './application.ts';

/** The most time that the last exchange and the last writes may take at the end. */
const farewellMs = 5000;

let application: Application | undefined;
let leaving = false;

/** The application that must be closed before the program ends. */
export function closeFirst(opened: Application): void {
  application = opened;
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
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    void farewell(log).finally(() => {
      released();
      app.exit(0);
    });
  });
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
    await Promise.race([application?.close(), tooLong]);
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
