// A backup beside the studio of now: what it holds, and what would change.
import { join } from 'node:path';
import type { BackupPreview, StudioCounts } from '../../core/bridge/backups.ts';
import { differences, withoutErased } from '../../core/desk/restore/differences.ts';
import { restoreEffects } from '../../core/desk/restore/restore-groups.ts';
import { rowSum } from '../../core/desk/rows/row-sum.ts';
import type { WorkspaceChange } from '../../core/desk/rows/state.ts';
import { withCode, type Disk } from '../adapters/disk.ts';
import { calmFiles } from '../studios/calm-files.ts';
import { ofTheStudio, readStudioFile, type ReadStudio } from '../studios/studio-file.ts';
import { foldStudio, type FoldedStudio } from './fold-studio.ts';
import { isSameStudio } from './same-studio.ts';

/** A backup, and the studio that it is to be a backup of: its id and its folder. */
export interface BackupOfStudio {
  readonly studio: string;
  readonly from: string;
  readonly folder: string;
  readonly name: string;
}

export const filesOf = ({ files }: Pick<ReadStudio, 'files'>): ReadonlyMap<string, Buffer> =>
  new Map(files.map(({ name, text }) => [name, Buffer.from(text, 'utf8')]));

/** What a studio file holds. Throws an error whose code says why it cannot be used. */
export function readWhole(bytes: Uint8Array): ReadStudio {
  const read = readStudioFile(bytes);
  if (!read.ok) throw withCode(read.error.reason);
  return read.value;
}

/** Both studios. Throws an error with a code if the backup is of another one. */
function both(
  { studio, from, folder, name }: BackupOfStudio,
  disk: Disk,
): { readonly now: FoldedStudio; readonly old: FoldedStudio } {
  const old = foldStudio(filesOf(readWhole(disk.read(join(folder, name)))));
  const now = foldStudio(calmFiles(from, ofTheStudio));
  if (!isSameStudio(now, old, { id: studio, name })) throw withCode('foreign');
  return { now, old };
}

const counts = ({ tables, replica }: Pick<FoldedStudio, 'tables' | 'replica'>): StudioCounts => ({
  people: tables.people.size,
  services: replica.services.size,
  clients: tables.clients.size,
  quotes: tables.quotes.size,
  purchases: tables.purchases.size + tables.placements.size,
});

const asDesk = ({ tables, replica }: Pick<FoldedStudio, 'tables' | 'replica'>) => ({
  workspace: tables,
  replica,
});

/** What a backup holds, and what a restore of it would do. */
export function previewBackup(backup: BackupOfStudio, disk: Disk): BackupPreview {
  const { now, old } = both(backup, disk);
  const erased = [...now.tables.erased.values()].map(({ id }) => id);
  const shown = { ...old, tables: withoutErased(old.tables, erased) as FoldedStudio['tables'] };
  return {
    name: backup.name,
    number: old.end?.seq ?? 0,
    at: old.end === null || old.end.at === 0 ? null : old.end.at,
    old: counts(shown),
    now: counts(now),
    effects: restoreEffects(asDesk(now), asDesk(shown), differences(asDesk(now), old.tables)),
  };
}

/** The rows that a restore writes, and the number of the last command of the studio that they start from. */
export function changesOfRestore(
  backup: BackupOfStudio,
  disk: Disk,
): {
  readonly changes: readonly WorkspaceChange[];
  readonly seen: readonly string[];
  readonly number: number;
} {
  const { now, old } = both(backup, disk);
  const changes = differences(asDesk(now), old.tables);
  const seen = changes.map((change) => rowSum(now.tables, change));
  return { changes, seen, number: now.end?.seq ?? 0 };
}
