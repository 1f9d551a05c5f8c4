// The server of this computer's shared studios, as the program with windows runs it.
import { join } from 'node:path';
import { app } from 'electron';
import type { Log } from '../../core/ports.ts';
import type { openSettings } from '../adapters/settings.ts';
import { systemScheduler } from '../adapters/system.ts';
import { createServerHere, type ServerHere } from './server-here.ts';

export function programServer({
  thread,
  data,
  settings,
  tested,
  log,
  changed,
}: {
  readonly thread: URL;
  readonly data: string;
  /** Opens the settings of a folder. */
  readonly settings: typeof openSettings;
  /** A test has no business in the network. */
  readonly tested: boolean;
  readonly log: Log;
  readonly changed: () => void;
}): ServerHere {
  const folder = join(data, 'server');
  return createServerHere({
    thread,
    folder,
    postgres: app.isPackaged ? join(process.resourcesPath, 'postgres') : null,
    host: tested ? '127.0.0.1' : '0.0.0.0',
    settings: settings<unknown>(folder, 'server'),
    scheduler: systemScheduler,
    log,
    changed,
  });
}
