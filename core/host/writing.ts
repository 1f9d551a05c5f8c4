import { seatHistory } from '../desk/seats/seat-history.ts';
import type { StorageTrouble } from '../bridge/storage.ts';
import type { IdOf } from '../desk/define-command.ts';
import type { AppState, WorkspaceChange } from '../desk/rows/state.ts';
import type { WorkspaceStore } from '../persistence/workspace-store.ts';
import type { Clock, IdSource, Log, Scheduler } from '../ports.ts';
import { whyNotSaved } from './storage-trouble.ts';

/**
 * A checkpoint waits until nothing was written for this long: with thousands of people a person can feel it.
 */
const idleMs = 2000;
/** Under steady work it waits no longer than this: a long journal slows the next start. */
const longestWaitMs = 15_000;
/** The interval at which the program tries whether the disk takes something again. */
const probeMs = 10_000;

export interface WritingPorts {
  readonly store: WorkspaceStore;
  readonly state: () => AppState;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly ids: IdSource;
  /** Called when writing has become impossible, and when it is possible again. */
  readonly troubled: () => void;
}

export interface Writing {
  /**
   * Makes changes durable together with their history entries, and returns everything that was written. `by`:
   * see HistoryEntry. `commandId`: the command that made the changes. Throws if it cannot.
   */
  write(
    changes: readonly WorkspaceChange[],
    by: string | null,
    commandId?: string,
  ): readonly WorkspaceChange[];
  /** Makes rows durable as they are. Throws if it cannot. */
  keep(changes: readonly WorkspaceChange[]): void;
  checkpoint(): void;
  /** Writes all rows so that removed data is in no older file. */
  forget(): void;
  /** Why nothing can be saved. Null as long as everything is saved. */
  trouble(): StorageTrouble | null;
  /** Somebody else has met an error of the disk. The program tries by itself until it can write again. */
  failed(error: unknown): void;
  stop(): void;
}

/** Writes commands at once, and checkpoints when nobody waits for them. */
export function createWriting(ports: WritingPorts): Writing {
  const { store, state, clock, scheduler, log, ids } = ports;
  let callOff = (): void => undefined;
  let callOffProbe = (): void => undefined;
  let dueSince: number | null = null;
  let trouble: StorageTrouble | null = null;

  function orLater(write: () => void): void {
    try {
      write();
      dueSince = null;
    } catch {
      // The journal still holds everything. A later command tries the checkpoint again.
      log.error('checkpoint-failed');
    }
  }

  function failed(error: unknown): void {
    const why = whyNotSaved(error);
    const known = trouble;
    trouble = { why, since: known?.since ?? clock.now() };
    if (known === null) callOffProbe = scheduler.after(probeMs, probe);
    if (known?.why !== why) ports.troubled();
  }

  function healed(): void {
    if (trouble === null) return;
    trouble = null;
    callOffProbe();
    log.info('storage.healed');
    ports.troubled();
  }

  function probe(): void {
    try {
      store.prove();
      healed();
    } catch (error) {
      failed(error);
      callOffProbe = scheduler.after(probeMs, probe);
    }
  }

  /** Waits for a moment without work, but not for ever. */
  function foldSoon(): void {
    callOff();
    if (!store.checkpointDue()) return;
    const now = clock.now();
    // A clock that was set back would otherwise make the wait longer.
    dueSince = dueSince === null || dueSince > now ? now : dueSince;
    const wait = now - dueSince >= longestWaitMs ? 0 : idleMs;
    callOff = scheduler.after(wait, () => orLater(() => store.checkpoint()));
  }

  function keep(changes: readonly WorkspaceChange[]): void {
    try {
      store.commit(changes);
    } catch (error) {
      failed(error);
      throw error;
    }
    healed();
    foldSoon();
  }

  return {
    write(changes, by, commandId = ids.next()) {
      if (changes.length === 0) return changes;
      const idOf: IdOf = (name) => ids.named(commandId, name);
      const all = [...changes, ...seatHistory(state(), changes, { at: clock.now(), by, idOf })];
      keep(all);
      return all;
    },
    keep,
    checkpoint: () => orLater(() => store.checkpoint()),
    forget: () => orLater(() => store.forget()),
    trouble: () => trouble,
    failed,
    stop() {
      callOff();
      callOffProbe();
    },
  };
}
