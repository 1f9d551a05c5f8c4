// A studio of one's own in a real folder, with its backups. Threads are left out: tasks run at once.
import { join } from 'node:path';
import type { AppState } from '../../core/desk/rows/state.ts';
import type { Command } from '../../core/desk/command.ts';
import { ownDesk } from '../../core/desk/rules/own-desk.ts';
import { openHost, type Host } from '../../core/host/host.ts';
import { finish } from '../../core/kernel/steps.ts';
import { endFile } from '../../electron/adapters/end-mark.ts';
import { nodeDisk } from '../../electron/adapters/node-disk.ts';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import { namedId, systemDigest } from '../../electron/adapters/system.ts';
import { openBackupSettings } from '../../electron/backups/backup-settings.ts';
import { carryOut, type RunTask } from '../../electron/backups/backup-tasks.ts';
import { createBackups, type Backups } from '../../electron/backups/backups.ts';
import { createErasures, type Erasures } from '../../electron/backups/erasures.ts';
import { askedDesk } from './asked-desk.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { countingIds, quietLog } from './counting-ids.ts';
import { manualScheduler } from './manual-scheduler.ts';
import { memorySecrets } from './scripted-vendor.ts';
import { noDesktop } from './no-desktop.ts';

export const studio = { id: 'studio-marchetti', name: 'Studio Marchetti', kind: 'own' } as const;

/** Carries out tasks at once, on the machine's own disk. */
const runHere: RunTask = (name, input) => carryOut({ name, input }, nodeDisk);

export interface OwnFolder {
  readonly host: Host;
  readonly backups: Backups;
  readonly erasures: Erasures;
  readonly clock: FakeClock;
  readonly scheduler: ReturnType<typeof manualScheduler>;
  /** The studio's own folder. */
  readonly from: string;
  /** Where its backups lie. */
  readonly copies: string;
  /** What the folder dialog answers. */
  chosen: string | null;
  writes: boolean;
  readonly settings: ReturnType<typeof openBackupSettings>;
  state(): AppState;
  do(command: Command): void;
}

/** Opens the studio below a data folder. `first`: where its ids begin. */
export function openOwnFolder(
  data: string,
  {
    first = 1,
    clock = fakeClock(),
    run = runHere,
    settings = memorySettings(),
  }: {
    readonly first?: number;
    readonly clock?: FakeClock;
    readonly run?: RunTask;
    readonly settings?: OwnFolder['settings'];
  } = {},
): OwnFolder {
  const from = join(data, 'studi', studio.id);
  nodeDisk.makeFolder(from);
  const scheduler = manualScheduler(clock);
  const end = endFile(join(from, 'journal.end'));
  const counted = countingIds(first);
  const host = finish(
    openHost({
      clock,
      scheduler,
      rng: { next: () => 0.5 },
      ids: { next: () => counted.next(), named: namedId },
      digest: systemDigest,
      log: quietLog,
      fetch: null,
      secrets: memorySecrets(),
      account: null,
      user: 'mbassi',
      desktop: noDesktop,
      stores: {
        workspace: openDocument(from, 'workspace'),
        backup: openDocument(from, 'workspace-backup'),
        journal: [openLines(join(from, 'journal-1.changes')), openLines(join(from, 'journal-2.changes'))],
        end,
        replica: openDocument(from, 'replica'),
      },
    }),
  );
  if (host.fresh) host.seed([], () => ownDesk(studio.name));
  const own: OwnFolder = {
    host,
    clock,
    scheduler,
    from,
    copies: join(data, 'copie', studio.id),
    chosen: null,
    writes: true,
    settings,
    state: () => host.state(),
    do(command) {
      const done = host.submit(command);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
    },
    backups: createBackups({
      studio,
      from,
      data,
      computer: 'here',
      settings,
      run,
      clock,
      scheduler,
      log: quietLog,
      chooseFolder: () => Promise.resolve(own.chosen),
      writes: () => own.writes,
      end,
    }),
    get erasures() {
      return erasures;
    },
  };
  const erasures = createErasures({
    studio: studio.id,
    data,
    from,
    settings,
    backups: own.backups,
    ask: askedDesk(() => host.state()).ask,
    run,
    log: quietLog,
  });
  return own;
}

/** Settings that live as long as the test. */
function memorySettings(): OwnFolder['settings'] {
  let kept: unknown;
  return openBackupSettings({
    read: () => ({ ok: true, value: kept }),
    write(next) {
      kept = next;
    },
  });
}
