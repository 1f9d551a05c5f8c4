// One person's machine. The program on it can die at any moment. Its disk and secrets stay.
import type { Command } from '../../core/desk/command.ts';
import { applyChanges, type ReplicaRows, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { openHost, type Host } from '../../core/host/host.ts';
import { finish } from '../../core/kernel/steps.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { JournalEntry, ReplicaDocument, WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { Clock, Fetch } from '../../core/ports.ts';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { countingIds, quietLog } from '../support/counting-ids.ts';
import type { Client, Shown } from './client.ts';
import type { Moments } from './invariant.ts';
import { keyLedger } from './key-ledger.ts';
import { Crash } from '../support/simulated-disk.ts';
import { systemDigest } from '../../electron/adapters/system.ts';
import { actOn, calm, machineDisk, type DiskSession } from './machine-disk.ts';
import type { VirtualTime } from './virtual-time.ts';
import { noDesktop } from '../support/no-desktop.ts';
import { storedSecrets } from '../support/stored-secrets.ts';

interface Process {
  readonly host: Host;
  readonly disk: DiskSession;
  alive: boolean;
}

export interface ClientPorts {
  readonly number: number;
  readonly skewMs: number;
  readonly time: VirtualTime;
  readonly network: Fetch;
  readonly moments: Moments;
  /** Called when something happens. The machines are not at rest then. */
  readonly touched: () => void;
}

export function createClient({ number, skewMs, time, network, moments, touched }: ClientPorts): Client {
  const machine = machineDisk(seededChance(number + 101));
  let skew = skewMs;
  let troubled = false;
  const clock: Clock = { now: () => time.now() + skew };
  const chance = seededChance(number + 1);
  /**
   * What is durable in the firm's own data. It is built from the lines of the journal, without the program's
   * own reader.
   */
  const rows = emptyWorkspace();
  let starts = 0;
  let process: Process | null = null;
  let acting: Command | 'undo' | null = null;
  let asks = 0;
  const shown: Shown = {
    workspace: emptyWorkspace(),
    replica: emptyReplica(),
    today: '' as Day,
    revision: 0,
  };

  function durable(name: string, document: unknown): void {
    touched();
    if (name !== 'replica') return;
    moments.replicaSaved(client, document as ReplicaDocument);
    client.saved.replica = document as ReplicaDocument;
  }

  function appended(line: string): void {
    touched();
    const { changes } = JSON.parse(line) as JournalEntry;
    client.ledger.note(changes, acting, rows);
    moments.saved(client, changes);
    applyChanges<WorkspaceRows>(rows, changes);
  }

  /** The process stops at once: no timer runs, no answer arrives, nothing is written. */
  function gone(): void {
    if (process === null) return;
    process.alive = false;
    process.disk.die();
    time.drop(process);
    process = null;
  }

  function open(own: Process): Host {
    const never = new Promise<never>(() => undefined);
    starts += 1;
    const scheduler = time.scheduler(own);
    const host = finish(
      openHost({
        clock,
        scheduler,
        rng: chance,
        ids: countingIds(number * 1000 + starts),
        digest: systemDigest,
        log: quietLog,
        account: null,
        user: 'mbassi',
        secrets: storedSecrets(own.disk.store('secrets')),
        fetch: async (request) => {
          if (!own.alive) return never;
          touched();
          moments.sent(client, request);
          const answer = await network(request);
          if (!own.alive) return never;
          touched();
          moments.answered(client, request, answer);
          return answer;
        },
        desktop: noDesktop,
        stores: {
          workspace: own.disk.store<WorkspaceDocument>('workspace'),
          backup: own.disk.store<WorkspaceDocument>('workspace-backup'),
          journal: [own.disk.lines('journal-1'), own.disk.lines('journal-2')],
          end: own.disk.end,
          replica: own.disk.store<ReplicaDocument>('replica'),
        },
      }),
    );
    host.onChanged((event) => {
      if (!own.alive) return;
      touched();
      moments.shown(client, event);
      applyChanges<WorkspaceRows & ReplicaRows>({ ...shown.workspace, ...shown.replica }, event.changes);
      shown.today = event.today;
      shown.revision = event.revision;
    });
    return host;
  }

  const client: Client = {
    number,
    ledger: keyLedger(),
    shown,
    saved: { tables: rows, replica: null },
    acting: () => acting,
    asks: () => asks,
    state: () => ({ workspace: shown.workspace, replica: shown.replica, today: shown.today }),
    host: () => process?.host ?? null,
    submit(command) {
      if (process === null) return;
      const own = process;
      asks += 1;
      acting = command;
      const result = own.host.submit(command);
      if (own.alive) moments.submitted(client, command, result);
      acting = null;
    },
    turn(direction) {
      acting = 'undo';
      if (direction === 'undo') process?.host.undo();
      else process?.host.redo();
      acting = null;
    },
    act(what) {
      asks += 1;
      if (process === null) return;
      const { host } = process;
      // It fails if the schedule lets the disk die. That is no fault of the program.
      void (async () => what(host))().catch(() => undefined);
    },
    restarted() {
      if (process === null) return;
      const { changes, today, revision } = process.host.snapshot();
      const [workspace, replica] = [emptyWorkspace(), emptyReplica()];
      applyChanges<WorkspaceRows & ReplicaRows>({ ...workspace, ...replica }, changes);
      replaceAll(shown.workspace, workspace);
      replaceAll(shown.replica, replica);
      Object.assign(shown, { today, revision });
    },
    start() {
      gone();
      // The disk is opened first. If the process dies while it starts, it is already the known one.
      const own = { alive: true } as { alive: boolean; host: Host; disk: DiskSession };
      own.disk = machine.start({ durable, appended, crashed: () => (process === own ? gone() : undefined) });
      process = own;
      try {
        own.host = open(own);
      } catch (problem) {
        if (!(problem instanceof Crash)) throw problem;
        gone();
        return;
      }
      if (!own.alive) return;
      const before = { ...shown, workspace: copyOf(shown.workspace), replica: copyOf(shown.replica) };
      client.restarted();
      moments.started(client, before);
    },
    disk(act, number) {
      if (act === 'room') troubled = false;
      else if (act !== 'put-back') troubled = true;
      actOn(machine.files, act, number);
    },
    diskTroubled: () => troubled,
    skew: () => skew,
    calm() {
      troubled = false;
      calm(machine.files);
    },
    setClock(byMs) {
      skew += byMs;
    },
    kill: gone,
    crashAt: (write, moment) => process?.disk.crashAt(write, moment),
    quit() {
      const own = process;
      if (own === null) return;
      void own.host.close().then(
        () => (process === own ? gone() : undefined),
        () => undefined,
      );
    },
  };
  return client;
}

type AnyTables = Readonly<Record<string, Map<string, unknown>>>;

const copyOf = <T extends object>(tables: T): T =>
  Object.fromEntries(Object.entries(tables as AnyTables).map(([name, rows]) => [name, new Map(rows)])) as T;

function replaceAll<T extends object>(into: T, from: T): void {
  for (const [name, rows] of Object.entries(into as AnyTables)) {
    rows.clear();
    for (const [id, row] of (from as AnyTables)[name] ?? []) rows.set(id, row);
  }
}
