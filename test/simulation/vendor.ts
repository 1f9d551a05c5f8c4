// The vendor's machine: the real simulator on a disk of its own. It can die too.
import type { Fetch, HttpAnswer, HttpRequest } from '../../core/ports.ts';
import { enveloped } from '../../electron/adapters/envelope.ts';
import { embeddedBackend } from '../../electron/simulator/embedded.ts';
import type { SimulatorDocument } from '../../electron/simulator/state/state.ts';
import type { Table } from '../../electron/simulator/state/table.ts';
import { countingIds, quietLog } from '../support/counting-ids.ts';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { Crash, onDisk } from '../support/simulated-disk.ts';
import { machineDisk, type DiskSession } from './machine-disk.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface Vendor {
  readonly ask: Fetch;
  /** Its durable state. */
  memory(): SimulatorDocument;
  running(): boolean;
  start(): void;
  kill(): void;
  crashAt: DiskSession['crashAt'];
}

interface Process {
  readonly disk: DiskSession;
  fetch: Fetch;
  alive: boolean;
  /** Settles when the process dies. Every open connection breaks then. */
  readonly died: Promise<HttpAnswer>;
  readonly die: () => void;
}

export interface VendorPorts {
  readonly time: VirtualTime;
  readonly first: SimulatorDocument;
  readonly saved: (before: SimulatorDocument, after: SimulatorDocument) => void;
  readonly touched: () => void;
}

export function createVendor({ time, first, saved, touched }: VendorPorts): Vendor {
  const machine = machineDisk(seededChance(100));
  machine.files.put(
    onDisk('simulator.json'),
    enveloped(JSON.stringify(first), { program: undefined, version: '0' }),
  );
  let memory = first;
  let process: Process | null = null;
  let starts = 0;

  function durable(document: SimulatorDocument): void {
    touched();
    const before = memory;
    memory = document;
    saved(before, document);
  }

  function gone(): void {
    if (process === null) return;
    const own = process;
    process = null;
    own.alive = false;
    own.disk.die();
    time.drop(own);
    own.die();
  }

  async function ask(request: HttpRequest): Promise<HttpAnswer> {
    const own = process;
    if (own === null) return { kind: 'unreachable' };
    const answer = await Promise.race([own.fetch(request), own.died]);
    touched();
    return own.alive ? answer : { kind: 'no-answer' };
  }

  return {
    ask,
    memory: () => memory,
    running: () => process !== null,
    start() {
      gone();
      starts += 1;
      let die = (): void => undefined;
      const died = new Promise<HttpAnswer>((resolve) => {
        die = () => resolve({ kind: 'no-answer' });
      });
      const own: Process = {
        disk: machine.start({
          // Lines are folded into the document then. That changes nothing.
          durable: () => touched(),
          appended: (line) => durable(withChanges(memory, JSON.parse(line) as Line)),
          crashed: () => (process === own ? gone() : undefined),
        }),
        fetch: async () => ({ kind: 'unreachable' }),
        alive: true,
        died,
        die: () => die(),
      };
      process = own;
      try {
        own.fetch = embeddedBackend({
          store: own.disk.store<SimulatorDocument>('simulator'),
          lines: own.disk.lines('changes'),
          clock: time.clock(0),
          scheduler: time.scheduler(own),
          ids: countingIds(9000 + starts),
          log: quietLog,
          limits: 'off',
        }).fetch;
      } catch (problem) {
        if (!(problem instanceof Crash)) throw problem;
        gone();
      }
    },
    kill: gone,
    crashAt: (write, moment) => process?.disk.crashAt(write, moment),
  };
}

interface Line {
  readonly head: Partial<SimulatorDocument>;
  readonly [table: string]: unknown;
}

interface Rows {
  readonly put: readonly unknown[];
  readonly gone: readonly string[];
}

/** The state after a line, worked out without the vendor's own reader. */
function withChanges(before: SimulatorDocument, { head, ...changed }: Line): SimulatorDocument {
  const tables = Object.entries(changed).map(([name, rows]) => {
    const { put, gone } = rows as Rows;
    const table = before[name as keyof SimulatorDocument] as unknown as Table<unknown>;
    if (put.length + gone.length === 0) return [name, table] as const;
    return [
      name,
      put.reduce<Table<unknown>>(
        (next, row) => next.with(row),
        gone.reduce<Table<unknown>>((next, id) => next.without(id), table),
      ),
    ] as const;
  });
  return { ...before, ...head, ...Object.fromEntries(tables) };
}
