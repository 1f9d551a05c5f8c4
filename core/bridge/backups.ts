// What the page and the main process tell each other about the backups of the open studio.
import type { BadInput } from '../kernel/parse.ts';
import type { Refusal } from '../desk/command.ts';
import type { RestoreGroup } from '../desk/restore/restore-groups.ts';
import type { Result } from '../kernel/result.ts';

/**
 * Why a backup was made. `work`: something changed. `format`: before a newer format is written. `version`:
 * before another version of Allinea opened the studio. `restore`: before an older state was brought back.
 */
export const backupReasons = ['work', 'asked', 'format', 'version', 'restore'] as const;
export type BackupReason = (typeof backupReasons)[number];

export interface BackupEntry {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly bytes: number;
  /** The number of the last command in it. */
  readonly number: number;
  readonly why: BackupReason;
  /** True if it lies in the chosen folder. */
  readonly chosen: boolean;
}

export interface BackupsState {
  /** The newest first, of the program's own folder and of the chosen one. */
  readonly entries: readonly BackupEntry[];
  /** Where new backups go. */
  readonly folder: string;
  /** The folder that a person chose; null if none was. */
  readonly chosen: string | null;
  /** True if the chosen folder is not there: backups then go to the program's own folder. */
  readonly missing: boolean;
  /** Why the last backup could not be made; null if it could. */
  readonly trouble: string | null;
  /** False while another computer writes: no backup is made and nothing is restored. */
  readonly writes: boolean;
}

/** How many there are of what a person knows by name. */
export interface StudioCounts {
  readonly people: number;
  readonly services: number;
  readonly clients: number;
  readonly quotes: number;
  readonly purchases: number;
}

/** What a restore would do to one group of rows. The lists name a few of them. */
export interface RestoreEffect {
  readonly group: RestoreGroup;
  /** Rows of now that would be gone. */
  readonly lost: { readonly count: number; readonly names: readonly string[] };
  readonly changed: { readonly count: number; readonly names: readonly string[] };
  readonly back: { readonly count: number; readonly names: readonly string[] };
}

export interface BackupPreview {
  readonly name: string;
  readonly number: number;
  /** The time of the last command in it; null if it is unknown. */
  readonly at: number | null;
  readonly old: StudioCounts;
  readonly now: StudioCounts;
  readonly effects: readonly RestoreEffect[];
}

export type BackupRefusal =
  | { readonly reason: 'read-only' }
  | { readonly reason: 'unknown-backup' }
  /** `missing-folder`, `not-sound`, `no-studio-file` and the like, or the system's short word. */
  | { readonly reason: 'backup-failed'; readonly code: string }
  /** Somebody works on while it is being prepared. */
  | { readonly reason: 'studio-busy' }
  /** A newer version of Allinea made it. */
  | { readonly reason: 'newer-studio-file' };

/** What became of an erased person's name in older files. */
export interface ErasureReport {
  /** Backups and exported studios that were written anew without the person. */
  readonly rewritten: number;
  /** Files that were set aside as damaged and held the person: removed. */
  readonly removed: readonly string[];
  /** Folders that are not there, and how many backups in them still hold the person. */
  readonly unreachable: readonly { readonly folder: string; readonly copies: number }[];
  /** Saved files and folders of removed studios that may still hold the person: somebody must look. */
  readonly files: readonly string[];
}

export interface BackupCalls {
  readonly 'backups/list': { readonly takes: null; readonly gives: BackupsState };
  readonly 'backups/make': {
    readonly takes: null;
    readonly gives: Result<null, BackupRefusal | BadInput>;
  };
  readonly 'backups/preview': {
    readonly takes: { readonly name: string };
    readonly gives: Result<BackupPreview, BackupRefusal | BadInput>;
  };
  /** Brings the state of a backup back, as one command. `changes`: how many rows it wrote. */
  readonly 'backups/restore': {
    readonly takes: { readonly name: string };
    readonly gives: Result<{ readonly changes: number }, BackupRefusal | Refusal>;
  };
  /** Asks for a folder. Null if the person cancels. */
  readonly 'backups/choose': {
    readonly takes: null;
    readonly gives: Result<{ readonly folder: string } | null, BackupRefusal | BadInput>;
  };
  /** Back to the program's own folder. */
  readonly 'backups/own-folder': { readonly takes: null; readonly gives: Result<null, BackupRefusal> };
  /** Removes erased people from older files, and says what could not be reached. */
  readonly 'backups/erase': { readonly takes: null; readonly gives: ErasureReport };
}

export const backupCallNames = [
  'backups/list',
  'backups/make',
  'backups/preview',
  'backups/restore',
  'backups/choose',
  'backups/own-folder',
  'backups/erase',
] as const satisfies readonly (keyof BackupCalls)[];
