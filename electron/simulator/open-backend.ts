import type { Context, Hono } from 'hono';
import { romeDay } from '../../core/kernel/day.ts';
import { parse } from '../../core/kernel/parse.ts';
import type { Clock, DocumentStore, IdSource, Log, Scheduler } from '../../core/ports.ts';
import { createBackend } from './backend.ts';
import { openDesk } from './desk.ts';
import { sampleState } from './sample.ts';
import { documentSchema, type SimulatorDocument } from './state.ts';

export interface BackendPorts {
  readonly store: DocumentStore<SimulatorDocument>;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly ids: IdSource;
  readonly log: Log;
  /** Requests a minute (domain.md 6.5): counted unless `off`. */
  readonly limits?: 'on' | 'off';
  /** Whose request it is; absent: all come from one client. */
  readonly clientOf?: (c: Context) => string;
}

/** The document could not be read: it was kept as `movedTo`, and the vendor starts from the sample again. */
export interface StartNotice {
  readonly kind: 'simulator-reset';
  readonly movedTo: string;
}

/**
 * A vendor that lost its memory counts on from the clock: change numbers and order numbers lie above all that it gave out
 * before, so a client with an old cursor is told everything anew and no number is ever used twice.
 */
function countingOn(state: SimulatorDocument, nowMs: number): SimulatorDocument {
  const seconds = Math.floor(nowMs / 1000);
  return {
    ...state,
    lastChange: state.lastChange + seconds,
    changes: state.changes.map(({ number, ref }) => ({ number: number + seconds, ref })),
  };
}

function load({ store, clock, log }: BackendPorts): { readonly state: SimulatorDocument; readonly notice: StartNotice | null } {
  // A fresh sample is durable before anybody sees it: its change numbers must not be given out twice.
  const fresh = (changes: Partial<SimulatorDocument> = {}): SimulatorDocument => {
    const state = { ...countingOn(sampleState(romeDay(clock.now())), clock.now()), ...changes };
    store.write(state);
    return state;
  };
  const read = store.read();
  if (read.ok && read.value === undefined) return { state: fresh(), notice: null };
  const parsed = read.ok ? parse(documentSchema, read.value) : undefined;
  if (parsed?.ok) return { state: parsed.value, notice: null };
  const movedTo = store.moveAside();
  log.error('simulator.document-unreadable', { field: parsed?.error.field ?? '' });
  const numbers = 40_000_000 + (Math.floor(clock.now() / 1000) % 50_000_000);
  return { state: fresh({ nextOrderNumber: numbers }), notice: { kind: 'simulator-reset', movedTo } };
}

/** Opens the vendor's memory, or the sample where there is none, and the application over it. */
export function openBackend(ports: BackendPorts): { readonly app: Hono; readonly notice: StartNotice | null } {
  const { state, notice } = load(ports);
  const { store, clock, scheduler, ids, log, limits = 'on', clientOf = () => 'one' } = ports;
  return { app: createBackend(openDesk(state, store, clock, ids), { clock, scheduler, log, limited: limits === 'on', clientOf }), notice };
}
