// What this computer remembers about backups: the chosen folder, folders that were chosen before, and files
// that the program saved where a person wanted. Names of files only, nothing of what is in them.
import { parse, z } from '../../core/kernel/parse.ts';
import type { Log } from '../../core/ports.ts';
import type { Settings } from '../adapters/settings.ts';

const path = z.string().min(1).max(4000);

const settingsSchema = z.object({
  /** The folder of new backups. Null: the program's own. */
  chosen: path.nullable(),
  /** Chosen folders of the past. Backups may still lie there. */
  former: z.array(path).max(20),
  /** The backups that each folder held last: a disk that is not connected is told with their number. */
  seen: z.record(z.string(), z.array(z.string().max(300)).max(500)),
  /** Files of each studio that were saved with a dialog, the newest first. */
  saved: z.record(z.string(), z.array(path).max(200)),
});

export type BackupSettingsDocument = z.output<typeof settingsSchema>;

const none: BackupSettingsDocument = { chosen: null, former: [], seen: {}, saved: {} };

export interface BackupSettings {
  now(): BackupSettingsDocument;
  /** Writes what a change makes of the settings. Throws if they cannot be written. */
  change(change: (settings: BackupSettingsDocument) => Partial<BackupSettingsDocument>): void;
}

/** The settings of this computer. Damaged ones begin anew. */
export function openBackupSettings(store: Settings<unknown>): BackupSettings {
  const read = store.read();
  const known = read.ok ? parse(settingsSchema, read.value) : read;
  let settings = known.ok ? known.value : none;
  return {
    now: () => settings,
    change(change) {
      const next = { ...settings, ...change(settings) };
      store.write(next);
      settings = next;
    },
  };
}

const mostSaved = 200;

/** Remembers a file that was saved for a studio. If it cannot, only a later erasure knows less. */
export function rememberSaved(settings: BackupSettings, studio: string, file: string, log: Log): void {
  try {
    remember(settings, studio, file);
  } catch {
    log.error('backup.settings-not-saved');
  }
}

function remember(settings: BackupSettings, studio: string, file: string): void {
  settings.change(({ saved }) => ({
    saved: {
      ...saved,
      [studio]: [file, ...(saved[studio] ?? []).filter((other) => other !== file)].slice(0, mostSaved),
    },
  }));
}
