// The whole application without a screen: the real host and the real simulator, a disk that the test can
// crash, and a clock that the test moves.
import { setImmediate } from 'node:timers/promises';
import type { Command } from '../../core/desk/command.ts';
import {
  applyChanges,
  type AppState,
  type ReplicaRows,
  type WorkspaceRows,
} from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { openHost } from '../../core/host/host.ts';
import { finish } from '../../core/kernel/steps.ts';
import type { Desktop } from '../../core/host/desktop.ts';
import type { ReplicaDocument, WorkspaceDocument } from '../../core/persistence/documents.ts';
import { romeDay } from '../../core/kernel/day.ts';
import type { HttpRequest } from '../../core/ports.ts';
import {
  simulatorAnswerSchema,
  simulatorStateSchema,
  type SimulatorAction,
} from '../../core/aruba/protocol.ts';
import { sampleDesk, sampleServices } from '../../electron/sample/sample-desk.ts';
import { systemDigest, systemScheduler } from '../../electron/adapters/system.ts';
import { embeddedBackend } from '../../electron/simulator/embedded.ts';
import type { Fault } from '../../electron/simulator/faults/faults.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import type { SimulatorDocument } from '../../electron/simulator/state/state.ts';
import { countingIds, quietLog } from './counting-ids.ts';
import { memoryDisk, type CrashPoint, type Disk } from './crashing-disk.ts';
import { deskMirror } from './desk-mirror.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { manualScheduler } from './manual-scheduler.ts';
import { noDesktop } from './no-desktop.ts';
import { memorySecrets } from './scripted-vendor.ts';

/** What survives the end of the program: the disk, the system's key store and the time. */
export interface Machine {
  readonly disk: Disk;
  readonly secrets: ReturnType<typeof memorySecrets>;
  readonly clock: FakeClock;
  starts: number;
}

export const newMachine = (): Machine => ({
  disk: memoryDisk(),
  secrets: memorySecrets(),
  clock: fakeClock(),
  starts: 0,
});

/** Another desk on the same account, at the same time. Its ids start at a number that no other desk uses. */
export const secondMachine = ({ clock }: Machine): Machine => ({
  disk: memoryDisk(),
  secrets: memorySecrets(),
  clock,
  starts: 1000,
});

type Backend = ReturnType<typeof embeddedBackend>;

export interface StartOptions {
  readonly machine?: Machine;
  readonly crash?: CrashPoint;
  /** False: the first start makes no sample firm, and nobody is signed in. */
  readonly seeded?: boolean;
  /** The vendor of another desk. Both desks then use the same account. */
  readonly vendor?: Backend;
  /** A planted mistake: changes each request before it is sent. */
  readonly bend?: (request: HttpRequest) => HttpRequest;
  readonly desktop?: Desktop;
}

/** Starts the program as compose does. An empty disk gets the sample firm, and the desk is signed out. */
export async function startHost({
  machine = newMachine(),
  crash,
  seeded = true,
  vendor,
  bend = (request) => request,
  desktop = noDesktop,
}: StartOptions = {}) {
  const { disk, secrets, clock } = machine;
  machine.starts += 1;
  const session = disk.start(crash);
  const scheduler = manualScheduler(clock);
  const backend =
    vendor ??
    embeddedBackend({
      store: session.store<SimulatorDocument>('simulator'),
      lines: session.lines('simulator'),
      clock,
      scheduler: systemScheduler,
      ids: countingIds(5000 + machine.starts),
      log: quietLog,
      limits: 'off',
    });
  const requests: HttpRequest[] = [];
  let inFlight = 0;
  const host = finish(
    openHost({
      clock,
      scheduler,
      rng: { next: () => 0 },
      ids: countingIds(machine.starts),
      digest: systemDigest,
      log: quietLog,
      secrets,
      account: null,
      user: 'mbassi',
      fetch: async (request) => {
        requests.push(request);
        inFlight += 1;
        try {
          return await backend.fetch(bend(request));
        } finally {
          inFlight -= 1;
        }
      },
      desktop,
      stores: {
        workspace: session.store<WorkspaceDocument>('workspace'),
        backup: session.store<WorkspaceDocument>('workspace-backup'),
        journal: [session.lines('journal-1'), session.lines('journal-2')],
        end: session.end,
        replica: session.store<ReplicaDocument>('replica'),
      },
    }),
  );
  if (seeded && host.fresh) {
    host.seed(sampleServices(romeDay(clock.now())), (state) => sampleDesk(state, sampleAccount.username));
    await rest();
  }

  /** Waits until no request is on its way. */
  async function rest(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await setImmediate();
      if (inFlight > 0) quiet = -1;
    }
  }

  async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const answer = await backend.fetch({
      method,
      path,
      headers,
      timeoutMs: 5000,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    return JSON.parse(answer.body) as unknown;
  }

  function state(): AppState {
    const { changes, today } = host.snapshot();
    const [workspace, replica] = [emptyWorkspace(), emptyReplica()];
    applyChanges<WorkspaceRows & ReplicaRows>({ ...workspace, ...replica }, changes);
    return { workspace, replica, today };
  }

  return {
    host,
    machine,
    backend,
    session,
    scheduler,
    requests,
    rest,
    state,
    mirror: deskMirror(host),
    /** Submits a command. Throws if it is refused. */
    do(command: Command) {
      const result = host.submit(command);
      if (!result.ok) throw new Error(`${command.type} refused: ${JSON.stringify(result.error)}`);
    },
    signIn: () => host.signIn(sampleAccount.username, sampleAccount.password),
    /** Moves the time forward, and waits until everything that is due has ended. */
    async pass(ms: number) {
      for (let left = ms; left > 0;) {
        const step = Math.min(left, Math.max(1, scheduler.waiting()[0] ?? left));
        scheduler.advance(step);
        left -= step;
        await rest();
      }
    },
    vendor: async () => simulatorStateSchema.parse(await ask('GET', '/simulator/state')),
    act: async (action: SimulatorAction) =>
      simulatorAnswerSchema.parse(await ask('POST', '/simulator/actions', action)),
    fault: (fault: { readonly kind: Fault['kind'] } & Partial<Pick<Fault, 'times' | 'delayMs' | 'path'>>) =>
      ask('POST', '/simulator/faults', fault),
    /** Kills the process: nothing is sent or written any more. The machine stays. */
    kill: () => machine,
  };
}

export type TestHost = Awaited<ReturnType<typeof startHost>>;
