// Settings of this computer over electron-store: the window's place, the folder of the backups. They are no
// data of a studio: a damaged file is set aside, and the settings begin anew. The data of a studio need more
// than electron-store promises (document-store.ts).
import { renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Store from 'electron-store';
import { err, ok } from '../../core/kernel/result.ts';
import type { Result } from '../../core/kernel/result.ts';
import { silenceStore } from '../ipc.ts';

export interface Settings<T> {
  /** The settings that were written last; undefined if there are none. Check what they hold before use. */
  read(): Result<T | undefined, { readonly reason: 'unreadable' }>;
  /** Throws if they could not be written. */
  write(settings: T): void;
}

interface File<T> extends Record<string, unknown> {
  document: T;
}

/** The settings `folder/NAME.json`, readable only by their owner. */
export function openSettings<T>(folder: string, name: string): Settings<T> {
  // conf writes in place if SNAP is set. A terminal inside a snap passes that variable on.
  delete process.env['SNAP'];
  const open = (): Store<File<T>> => {
    try {
      return new Store<File<T>>({
        // electron-store would read a relative folder as a folder below the application's own.
        cwd: resolve(folder),
        name,
        configFileMode: 0o600,
        clearInvalidConfig: false,
        accessPropertiesByDotNotation: false,
      });
    } finally {
      silenceStore();
    }
  };
  return {
    read() {
      try {
        return ok(open().get('document') as T | undefined);
      } catch {
        return err({ reason: 'unreadable' });
      }
    },
    write(settings) {
      let store;
      try {
        store = open();
      } catch {
        renameSync(join(resolve(folder), `${name}.json`), join(resolve(folder), `${name}.damaged.json`));
        store = open();
      }
      store.store = { document: settings };
    },
  };
}
