import { seatHistory } from '../desk/seats/seat-history.ts';
import type { IdOf } from '../desk/define-command.ts';
import type { AppState, WorkspaceChange } from '../desk/rows/state.ts';
import type { WorkspaceStore } from '../persistence/workspace-store.ts';
import type { Clock, IdSource, Log, Scheduler } from '../ports.ts';

/**
 * A checkpoint waits until nothing was written for this long: with thousands of people a person can feel it.
 */
const idleMs = 2000;

export interface WritingPorts {
  readonly store: WorkspaceStore;
  readonly state: () => AppState;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly ids: IdSource;
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
  checkpoint(): void;
  /** Writes all rows so that removed data is in no older file. */
  forget(): void;
  stop(): void;
}

/** Writes commands at once, and checkpoints when nobody waits for them. */
export function createWriting({ store, state, clock, scheduler, log, ids }: WritingPorts): Writing {
  let callOff = (): void => undefined;

  function orLater(write: () => void): void {
    try {
      write();
    } catch {
      // The journal still holds everything. A later command tries the checkpoint again.
      log.error('checkpoint-failed');
    }
  }

  return {
    write(changes, by, commandId = ids.next()) {
      if (changes.length === 0) return changes;
      const idOf: IdOf = (name) => ids.named(commandId, name);
      const all = [...changes, ...seatHistory(state(), changes, { at: clock.now(), by, idOf })];
      store.commit(all);
      callOff();
      if (store.checkpointDue()) callOff = scheduler.after(idleMs, () => orLater(() => store.checkpoint()));
      return all;
    },
    checkpoint: () => orLater(() => store.checkpoint()),
    forget: () => orLater(() => store.forget()),
    stop: () => callOff(),
  };
}
