// One administrator's machine: the real host on a simulated disk, connected to the server of a shared studio.
import { applyChanges, type ReplicaRows, type WorkspaceRows } from '../../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../../core/desk/rows/tables.ts';
import { openHost, type Host } from '../../../core/host/host.ts';
import { joinedStudio } from '../../../core/host/shared/joined-studio.ts';
import { sharedToken } from '../../../core/host/shared/shared-exchange.ts';
import { finish } from '../../../core/kernel/steps.ts';
import type { JournalEntry } from '../../../core/persistence/documents.ts';
import type { Person } from '../../../core/people/person.ts';
import type { Fetch, Rng, Secrets } from '../../../core/ports.ts';
import type { Paired } from '../../../core/shared/protocol.ts';
import { systemDigest } from '../../../electron/adapters/system.ts';
import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import { countingIds, quietLog } from '../../support/counting-ids.ts';
import { noDesktop } from '../../support/no-desktop.ts';
import { memorySecrets } from '../../support/scripted-vendor.ts';
import { Crash, type CrashMoment } from '../../support/simulated-disk.ts';
import { machineDisk, type DiskSession, type MachineDisk } from '../machine-disk.ts';
import type { VirtualTime } from '../virtual-time.ts';

interface Process {
  readonly host: Host;
  readonly disk: DiskSession;
  alive: boolean;
}

export interface SimulatedDesk {
  readonly number: number;
  readonly machine: MachineDisk;
  readonly secrets: Secrets;
  /** All commands that became durable here, as text, by their ids. */
  readonly given: ReadonlyMap<string, string>;
  readonly host: () => Host | null;
  /** The folder of another desk was put in the place of this one's. */
  takes(given: ReadonlyMap<string, string>): void;
  /** What the screen shows: only events fill it. */
  readonly screen: {
    readonly workspace: ReturnType<typeof emptyWorkspace>;
    readonly replica: ReturnType<typeof emptyReplica>;
  };
  /** Works on the program, unless it is down or dies of it. */
  act(what: (host: Host) => unknown): void;
  start(): void;
  kill(): void;
  quit(): Promise<void>;
  crashAt(step: number, moment: CrashMoment): void;
  setClock(byMs: number): void;
  calm(): void;
}

export function createSharedDesk({
  number,
  seed,
  time,
  network,
  paired,
  token,
  touched,
  met,
}: {
  readonly number: number;
  readonly seed: number;
  readonly time: VirtualTime;
  readonly network: (from: number) => Fetch;
  readonly paired: Omit<Paired, 'studioName'>;
  readonly token: string;
  readonly touched: () => void;
  /** Called with each person that a screen has shown. */
  readonly met: (person: Person) => void;
}): SimulatedDesk {
  const chance: Rng = seededChance(seed * 10 + number);
  const machine = machineDisk(chance);
  const secrets = memorySecrets();
  secrets.write(sharedToken, token);
  const given = new Map<string, string>();
  const screen = { workspace: emptyWorkspace(), replica: emptyReplica() };
  let skew = 0;
  let starts = 0;
  let process: Process | null = null;
  let power = false;

  function gone(): void {
    if (process === null) return;
    process.alive = false;
    process.disk.die();
    time.drop(process);
    process = null;
  }

  function open(): Process | null {
    starts += 1;
    const own = { alive: true } as { -readonly [K in keyof Process]: Process[K] };
    const never = new Promise<never>(() => undefined);
    own.disk = machine.start({
      durable: () => touched(),
      appended(line) {
        touched();
        for (const change of (JSON.parse(line) as JournalEntry).changes)
          if (change.table === 'waiting' && change.value !== null)
            given.set(change.id, JSON.stringify(change.value));
      },
      crashed() {
        if (process === own || process === null) gone();
        own.alive = false;
      },
    });
    const scheduler = time.scheduler(own);
    try {
      own.host = finish(
        openHost({
          clock: { now: () => time.now() + skew },
          scheduler,
          rng: chance,
          ids: countingIds(1000 * (number + 1) + starts),
          digest: systemDigest,
          log: quietLog,
          fetch: null,
          account: null,
          secrets,
          user: 'mbassi',
          desktop: noDesktop,
          server: () => async (request) => {
            if (!own.alive) return never;
            touched();
            const answer = await network(number)(request);
            touched();
            return own.alive ? answer : never;
          },
          stores: {
            workspace: own.disk.store('workspace'),
            backup: own.disk.store('workspace-backup'),
            journal: [own.disk.lines('journal-1'), own.disk.lines('journal-2')],
            end: own.disk.end,
            replica: own.disk.store('replica'),
          },
        }),
      );
      if (!own.host.state().workspace.sharedStudio.has('studio')) {
        // The desk joins: its first row, then it is opened again.
        own.host.seed([], () =>
          joinedStudio(paired, { address: 'http://server', fingerprint: null, studio: 'studio' }),
        );
        own.alive = false;
        own.disk.die();
        time.drop(own);
        return open();
      }
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      own.alive = false;
      time.drop(own);
      return null;
    }
    for (const table of Object.values({ ...screen.workspace, ...screen.replica }))
      (table as Map<string, unknown>).clear();
    const show = (changes: Parameters<typeof applyChanges<WorkspaceRows & ReplicaRows>>[1]): void => {
      for (const { table, value } of changes) if (table === 'people' && value !== null) met(value);
      applyChanges<WorkspaceRows & ReplicaRows>({ ...screen.workspace, ...screen.replica }, changes);
    };
    show(own.host.snapshot().changes);
    own.host.onChanged(({ changes }) => {
      if (!own.alive) return;
      touched();
      show(changes);
    });
    return own;
  }

  return {
    number,
    machine,
    secrets,
    given,
    screen,
    host: () => process?.host ?? null,
    takes(others) {
      given.clear();
      for (const [id, text] of others) given.set(id, text);
    },
    act(what) {
      if (process === null) return;
      try {
        what(process.host);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
    },
    start() {
      gone();
      process = open();
      if (process !== null && !process.alive) process = null;
    },
    kill: gone,
    async quit() {
      const own = process;
      if (own === null) return;
      try {
        await own.host.close();
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      if (process === own) gone();
    },
    crashAt(step, moment) {
      power ||= moment === 'power';
      process?.disk.crashAt(step, moment);
    },
    setClock(byMs) {
      skew += byMs;
    },
    calm() {
      process?.disk.crashAt(0, 'before');
    },
  };
}
