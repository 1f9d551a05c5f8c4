import type { Context, Hono } from 'hono';
import { romeDay } from '../../core/kernel/day.ts';
import type { Clock, IdSource, Scheduler } from '../../core/ports.ts';
import { createBackend } from './backend.ts';
import { openCounter } from './counter.ts';
import { openMemory, type Memory, type MemoryPorts } from './state/memory.ts';
import { sampleState } from './sample/sample.ts';
import type { SimulatorDocument } from './state/state.ts';

export interface BackendPorts extends MemoryPorts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly ids: Pick<IdSource, 'next'>;
  /** Whether requests are limited for each minute (domain.md 6.5). They are, unless this is `off`. */
  readonly limits?: 'on' | 'off';
  /** Waits for other requests that are there already. If it is absent, each is made durable alone. */
  readonly gather?: () => Promise<void>;
  /** Whose request it is. If it is absent, all requests come from one client. */
  readonly clientOf?: (c: Context) => string;
}

/** The document could not be read. It was kept as `movedTo`, and the vendor starts again from the sample. */
export interface StartNotice {
  readonly kind: 'simulator-reset';
  readonly movedTo: string | null;
}

/**
 * Raises the numbers of a vendor that lost its memory, by the clock. They are then above all numbers given
 * out before. So a client with an old cursor gets everything again, and no number is used twice.
 */
function countingOn(state: SimulatorDocument, nowMs: number): SimulatorDocument {
  const seconds = Math.floor(nowMs / 1000);
  return {
    ...state,
    lastChange: state.lastChange + seconds,
    changes: state.changes
      .rows()
      .reduce((changes, { number, ref }) => changes.with({ number: number + seconds, ref }), state.changes),
  };
}

function load(
  memory: Memory,
  { clock, log, ids }: BackendPorts,
): { readonly state: SimulatorDocument; readonly notice: StartNotice | null } {
  // A new sample is durable before anybody sees it, because its change numbers must not be given out twice.
  const fresh = (changes: Partial<SimulatorDocument> = {}): SimulatorDocument => {
    const sample = { ...sampleState(romeDay(clock.now())), epoch: ids.next() };
    const state = { ...countingOn(sample, clock.now()), ...changes };
    memory.start(state);
    return state;
  };
  const loaded = memory.load();
  if (loaded.ok) return { state: loaded.value ?? fresh(), notice: null };
  const movedTo = memory.moveAside();
  log.error('simulator.document-unreadable', { field: loaded.error.field });
  const numbers = 40_000_000 + (Math.floor(clock.now() / 1000) % 50_000_000);
  return { state: fresh({ nextOrderNumber: numbers }), notice: { kind: 'simulator-reset', movedTo } };
}

/** Opens the vendor's memory, or the sample if there is none, and the application over it. */
export function openBackend(ports: BackendPorts): {
  readonly app: Hono;
  readonly notice: StartNotice | null;
} {
  const memory = openMemory(ports);
  const { state, notice } = load(memory, ports);
  const { clock, scheduler, ids, log, limits = 'on', gather, clientOf = () => 'one' } = ports;
  return {
    app: createBackend(openCounter(state, memory, clock, ids), {
      clock,
      scheduler,
      log,
      limited: limits === 'on',
      gather,
      clientOf,
    }),
    notice,
  };
}
