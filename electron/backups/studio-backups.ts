import { join } from 'node:path';
import type { StudioEntry } from '../../core/bridge/studios.ts';
import { schemaVersion } from '../../core/persistence/documents.ts';
import type { Clock, EndKeeper, Log, Scheduler } from '../../core/ports.ts';
import type { DeskApplication, StudioApplication } from '../application.ts';
import type { Disk } from '../adapters/disk.ts';
import { headBytes } from '../adapters/envelope.ts';
import type { ChooseFolder, SaveFile } from '../adapters/files.ts';
import { createBackups } from './backups.ts';
import type { BackupSettings } from './backup-settings.ts';
import type { RunTask } from './backup-tasks.ts';
import { createErasures } from './erasures.ts';
import { saveDiagnostics, type ProgramFacts } from './diagnostics.ts';
import { withBackups } from './with-backups.ts';

export interface StudioBackupPorts {
  readonly data: string;
  readonly computer: string;
  readonly settings: BackupSettings;
  readonly run: RunTask;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly chooseFolder: ChooseFolder;
  readonly saveFile: SaveFile;
  readonly program: ProgramFacts;
  /** False while another computer writes to the data folder. */
  readonly writes: () => boolean;
}

/** True if an older program wrote the studio: the first write of this one changes the form of its files. */
export function hasOlderFormat(folder: string, disk: Disk): boolean {
  try {
    const start = disk.readStart(join(folder, 'workspace.json'), 2 * headBytes);
    const [, version] =
      /"document":\{"schemaVersion":(\d+)/.exec(Buffer.from(start).toString('latin1')) ?? [];
    return version !== undefined && Number(version) < schemaVersion;
  } catch {
    // There is no file yet, or opening the studio says what is wrong with it.
    return false;
  }
}

/**
 * Opens a studio's desk with its backups. A studio in an older format is backed up before anything is
 * written.
 */
export async function openWithBackups(
  ports: StudioBackupPorts,
  {
    studio,
    from,
    end,
    open,
  }: {
    readonly studio: StudioEntry;
    /** The studio's folder. */
    readonly from: string;
    readonly end: Pick<EndKeeper, 'read'>;
    readonly open: () => Promise<DeskApplication>;
  },
): Promise<StudioApplication> {
  const backups = createBackups({ ...ports, studio, from, end });
  try {
    if (ports.writes() && hasOlderFormat(from, ports.disk)) await backups.make('format');
    const desk = await open();
    const erasures = createErasures({
      ...ports,
      studio: studio.id,
      from,
      backups,
      state: () => desk.state(),
    });
    const diagnostics = saveDiagnostics({ ...ports, from, desk });
    return withBackups(desk, { studio: studio.id, ...ports, backups, erasures, diagnostics });
  } catch (error) {
    backups.close();
    throw error;
  }
}
