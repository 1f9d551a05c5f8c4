import { join } from 'node:path';
import type { BackupReason } from '../../core/bridge/backups.ts';
import type { StudioEntry } from '../../core/bridge/studios.ts';
import { schemaVersion } from '../../core/persistence/documents.ts';
import type { Clock, EndKeeper, Log, Scheduler } from '../../core/ports.ts';
import type { DeskApplication, StudioApplication } from '../application.ts';
import type { Disk } from '../adapters/disk.ts';
import { authorIn, headBytes } from '../adapters/envelope.ts';
import type { ChooseFolder, SaveFile } from '../adapters/files.ts';
import type { PrintPdf } from '../adapters/print.ts';
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
  readonly printPdf: PrintPdf;
  readonly program: ProgramFacts;
  /** The version that this program writes into its files. */
  readonly version: string;
  /** False while another computer writes to the data folder. */
  readonly writes: () => boolean;
}

/**
 * Why a studio is backed up before it is opened. `format`: the first write of this program changes the form
 * of its files. `version`: another version of Allinea wrote them last. Null: this version did, or there is no
 * file.
 */
export function reasonAtOpening(
  folder: string,
  version: string,
  disk: Disk,
): Extract<BackupReason, 'format' | 'version'> | null {
  let start: string;
  try {
    start = Buffer.from(disk.readStart(join(folder, 'workspace.json'), 2 * headBytes)).toString('latin1');
  } catch {
    // There is no file yet, or opening the studio says what is wrong with it.
    return null;
  }
  const [, format] = /"document":\{"schemaVersion":(\d+)/.exec(start) ?? [];
  if (format === undefined) return null;
  if (Number(format) < schemaVersion) return 'format';
  return authorIn(start) === version ? null : 'version';
}

/**
 * Opens a studio's desk with its backups. A studio that another version of Allinea wrote is backed up before
 * anything is written.
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
    const why = ports.writes() ? reasonAtOpening(from, ports.version, ports.disk) : null;
    if (why !== null) await backups.make(why);
    const desk = await open();
    const erasures = createErasures({
      ...ports,
      studio: studio.id,
      from,
      backups,
      ask: desk.ask,
    });
    const diagnostics = saveDiagnostics({ ...ports, from, desk });
    return withBackups(desk, { studio: studio.id, ...ports, backups, erasures, diagnostics });
  } catch (error) {
    backups.close();
    throw error;
  }
}
