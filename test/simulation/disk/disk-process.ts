// The program on a simulated disk: each start is a process of its own, with what its screen shows.
import { openHost, type Host } from '../../../core/host/host.ts';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import { finish } from '../../../core/kernel/steps.ts';
import type { Rng } from '../../../core/ports.ts';
import { systemDigest } from '../../../electron/adapters/system.ts';
import { countingIds, quietLog } from '../../support/counting-ids.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { manualScheduler, type ManualScheduler } from '../../support/manual-scheduler.ts';
import { noDesktop } from '../../support/no-desktop.ts';
import { memorySecrets } from '../../support/scripted-vendor.ts';
import { Crash } from '../../support/simulated-disk.ts';
import type { Disk } from '../../../electron/adapters/disk.ts';
import { holdFolder } from '../../../electron/studios/folder-hold.ts';
import type { DiskSession, MachineDisk } from '../machine-disk.ts';
import type { DiskInvariant } from './disk-invariants.ts';
import type { Ledger } from './disk-ledger.ts';

export interface Process {
  readonly host: Host;
  readonly disk: DiskSession;
  readonly scheduler: ManualScheduler;
  /** The people that the screen shows, by e-mail address. */
  readonly shown: Map<string, string>;
  /** How much the person was told so far. */
  told: number;
}

/** Returns how a process starts. It is null if the process died at its start, or the disk takes nothing. */
export function createProcesses({
  machine,
  chance,
  ledger,
  breaks,
  crashed,
  changesHands,
}: {
  readonly machine: MachineDisk;
  readonly chance: Rng;
  readonly ledger: Ledger;
  readonly breaks: (invariant: DiskInvariant, detail: string) => void;
  /** The process that runs has died at a step of the disk. */
  readonly crashed: () => void;
  /** The folder goes to the process with this disk, or away from it. */
  readonly changesHands: (disk: DiskSession | undefined) => void;
}): () => Process | null {
  const clock = fakeClock();
  const programs = new Map<string, DiskSession>();
  let starts = 0;

  function take(shown: Map<string, string>, id: string, email: string): void {
    shown.set(id, email);
    ledger.meets(id, email);
  }

  return () => {
    starts += 1;
    let dead = false;
    const scheduler = manualScheduler(clock);
    const name = `process ${starts}`;
    const hold = (disk: Disk) => {
      const held = holdFolder({
        folder: '/data',
        computer: { id: 'pc', name: 'PC' },
        process: name,
        user: 'mbassi',
        clock,
        scheduler,
        log: quietLog,
        disk,
        alive: (process) => programs.get(process)?.dead() === false,
      });
      held.onChanged(() => changesHands(programs.get(name)));
      return held;
    };
    const disk = machine.start(
      {
        durable: () => undefined,
        appended: (line) => ledger.appended(line),
        crashed: () => {
          dead = true;
          crashed();
        },
      },
      hold,
    );
    programs.set(name, disk);
    const shown = new Map<string, string>();
    try {
      const host = finish(
        openHost({
          clock,
          scheduler,
          rng: chance,
          ids: countingIds(starts * 1000),
          digest: systemDigest,
          log: quietLog,
          fetch: null,
          secrets: memorySecrets(),
          account: null,
          user: 'mbassi',
          desktop: noDesktop,
          stores: {
            workspace: disk.store('workspace'),
            backup: disk.store('workspace-backup'),
            journal: [disk.lines('journal-1'), disk.lines('journal-2')],
            end: disk.end,
            replica: disk.store('replica'),
          },
        }),
      );
      if (dead) return null;
      const next: Process = { host, disk, scheduler, shown, told: 0 };
      for (const change of host.snapshot().changes)
        if (change.table === 'people' && change.value !== null) take(shown, change.id, change.value.email);
      host.onChanged((event) => {
        for (const change of event.changes) {
          if (change.table !== 'people') continue;
          if (change.value === null) shown.delete(change.id);
          else take(shown, change.id, change.value.email);
        }
      });
      if (host.fresh) host.seed([], () => ownDesk('Studio Marchetti'));
      return dead ? null : next;
    } catch (error) {
      if (error instanceof Crash) return null;
      disk.die();
      // A new studio cannot begin on a disk that takes nothing. Everything else must open.
      if (machine.files.troubled()) return null;
      breaks('it always starts', error instanceof Error ? (error.stack ?? error.message) : String(error));
      return null;
    }
  };
}
