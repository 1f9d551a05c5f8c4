// A studio of one's own on the real host, with rule E1's service.
import type { Command } from '../../core/desk/command.ts';
import type { Made } from '../../core/desk/made.ts';
import type { AppState, ReplicaRows, WorkspaceRows } from '../../core/desk/rows/state.ts';
import { withChanges } from '../../core/desk/rows/changing.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { ownDesk } from '../../core/desk/rules/own-desk.ts';
import { openHost, type Host } from '../../core/host/host.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { finish } from '../../core/kernel/steps.ts';
import { systemDigest } from '../../electron/adapters/system.ts';
import { countingIds, quietLog } from './counting-ids.ts';
import type { CrashPoint, Disk } from './crashing-disk.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { manualScheduler } from './manual-scheduler.ts';
import { memorySecrets } from './scripted-vendor.ts';
import { noDesktop } from './no-desktop.ts';

export const today = '2026-11-24' as Day;

/** Opens the studio on a disk. `from`: where its ids begin, so that a second start makes others. */
export function openOwn(disk: Disk, from = 1, clock: FakeClock = fakeClock(), crash?: CrashPoint): Host {
  const session = disk.start(crash);
  const host = finish(
    openHost({
      clock,
      scheduler: manualScheduler(clock),
      rng: { next: () => 0.5 },
      ids: countingIds(from),
      digest: systemDigest,
      log: quietLog,
      fetch: null,
      secrets: memorySecrets(),
      account: null,
      user: 'mbassi',
      desktop: noDesktop,
      stores: {
        workspace: session.store('workspace'),
        backup: session.store('workspace-backup'),
        journal: [session.lines('journal-1'), session.lines('journal-2')],
        end: session.end,
        replica: session.store('replica'),
      },
    }),
  );
  if (host.fresh) host.seed([], () => ownDesk('Studio Marchetti'));
  return host;
}

/** Records what somebody says of a service. */
export const service = (
  details: object,
  about: ServiceId | null = null,
  source: object = { kind: 'typed' },
): Command =>
  ({ type: 'register/record', asOf: today, entries: [{ about, details, source, evidence: {} }] }) as Command;

/** The service of rule E1 with 3 users and Documenti. All of it expires on 15/03/2027. */
export const e1 = {
  holder: 'Studio Marchetti',
  vatCode: '01234560512',
  kind: 'e-invoicing',
  expiry: '2027-03-15',
  users: [{ quantity: 3, expiry: null }],
  modules: [{ kind: 'documents', expiry: null }],
};

export function submit(host: Host, command: Command): Made {
  const done = host.submit(command);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

/** The desk as a screen would hold it. */
export function stateOf(host: Host): AppState {
  const { changes } = host.snapshot();
  const tables = withChanges<WorkspaceRows & ReplicaRows>(
    { ...emptyWorkspace(), ...emptyReplica() },
    changes,
  );
  return { workspace: tables, replica: tables, today: host.snapshot().today };
}
