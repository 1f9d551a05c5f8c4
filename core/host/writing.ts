import { seatHistory } from '../desk/seats/seat-history.ts';
import type { IdOf } from '../desk/define-command.ts';
import type { AppState, WorkspaceChange } from '../desk/rows/state.ts';
import type { WorkspaceStore } from '../persistence/workspace-store.ts';
import type { Clock, IdSource, Log, Scheduler } from '../ports.ts';

/**
 * The rows are written whole when nothing has been written for so long: with thousands of people it can be
 * felt.
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
   * Makes changes durable together with what they leave in the history, and returns all that was written.
   * `by`: see HistoryEntry. `commandId`: the command that made the changes. Throws if it cannot.
   */
  write(
    changes: readonly WorkspaceChange[],
    by: string | null,
    commandId?: string,
  ): readonly WorkspaceChange[];
  checkpoint(): void;
  /** What is to be forgotten must not lie in older files any longer. */
  forget(): void;
  stop(): void;
}

/** Commands at once, checkpoints when nobody waits for them. */
export function createWriting({ store, state, clock, scheduler, log, ids }: WritingPorts): Writing {
  let callOff = (): void => undefined;

  function orLater(write: () => void): void {
    try {
      write();
    } catch {
      // The journal still holds everything; the next command tries again.
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
