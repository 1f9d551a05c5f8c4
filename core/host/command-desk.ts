import { commands, type Command, type Refusal } from '../desk/command.ts';
import { madeBy, type Made } from '../desk/made.ts';
import { decide } from '../desk/decide.ts';
import type { Stamp } from '../desk/define-command.ts';
import type { AppState, WorkspaceChange } from '../desk/rows/state.ts';
import { stepSubjects } from '../desk/step-subjects.ts';
import { createUndo, type Direction, type Undoable } from '../desk/undo.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { WorkspaceStore } from '../persistence/workspace-store.ts';
import type { Clock, IdSource, Log } from '../ports.ts';
import type { Writing } from './writing.ts';

/** What Ctrl+Z would undo and Ctrl+Y would redo. Null if there is nothing. */
export interface UndoOffer {
  readonly undoable: Undoable | null;
  readonly redoable: Undoable | null;
}

export interface CommandDeskPorts {
  readonly store: Pick<WorkspaceStore, 'tables'>;
  readonly state: () => AppState;
  readonly writing: Writing;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  /** The system user who runs the program. */
  readonly user: string;
  /** Called when rows are durable, in order. `written` includes the history entries, `decided` does not. */
  readonly shown: (written: readonly WorkspaceChange[], decided: readonly WorkspaceChange[]) => void;
}

/** Who decided rows that the program writes: the operator, with a command from here, or nobody. */
export type RecordedBy = 'operator' | 'nobody';

/** Carries out commands: decides, makes durable and shows, in this order. */
export interface CommandDesk {
  submit(command: Command): Result<Made, Refusal>;
  /** Undoes the newest step, or redoes it, and says which one. Writes nothing if it cannot. */
  step(direction: Direction): Result<Undoable, Refusal>;
  /**
   * Writes rows that are not a step of undo. `by`: the person whose command they complete, or nobody. Throws
   * if the disk refuses them.
   */
  record(changes: readonly WorkspaceChange[], by: RecordedBy): readonly WorkspaceChange[];
  /** Writes rows like a command, but returns `not-saved` instead of throwing. */
  commit(
    changes: readonly WorkspaceChange[],
    commandId?: string,
  ): Result<readonly WorkspaceChange[], Refusal>;
  offer(): UndoOffer;
}

/** Makes the command desk. The steps that undo remembers live as long as the process. */
export function createCommandDesk(ports: CommandDeskPorts): CommandDesk {
  const { store, state, writing, clock, ids, log, user, shown } = ports;
  const undo = createUndo();

  /** The name that the history shows (rule J6). Somebody is always named. */
  function operator(): string {
    const named = store.tables.operators.get(user)?.name;
    const account = store.tables.firm.get('firm')?.account ?? '';
    return named ?? (account === '' ? user : account);
  }

  function commit(
    changes: readonly WorkspaceChange[],
    commandId?: string,
  ): Result<readonly WorkspaceChange[], Refusal> {
    try {
      const written = writing.write(changes, operator(), commandId);
      undo.written(written);
      return ok(written);
    } catch (problem) {
      log.error('write-failed');
      return err({ reason: 'not-saved', detail: problem instanceof Error ? problem.message : 'unknown' });
    }
  }

  return {
    submit(command) {
      const commandId = ids.next();
      const stamp: Stamp = { at: clock.now(), by: operator(), user };
      const decided = decide(state(), command, (name) => ids.named(commandId, name), stamp);
      if (!decided.ok) return decided;
      const inverse = undo.inverseOf(store.tables, decided.value);
      const made = madeBy(state(), decided.value);
      const written = commit(decided.value, commandId);
      if (!written.ok) return written;
      undo.remember(command.type, decided.value, inverse, stepSubjects(state(), decided.value, inverse));
      if (commands[command.type].erases) writing.forget();
      shown(written.value, decided.value);
      return ok(made);
    },
    step(direction) {
      const step = undo.next(direction, store.tables);
      const changes = undo.rows(direction, store.tables);
      if (step === null || changes === null)
        return err({ reason: direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
      const written = commit(changes);
      if (!written.ok) return written;
      undo.taken(direction);
      shown(written.value, changes);
      return ok(step);
    },
    record(changes, by) {
      const written = writing.write(changes, by === 'operator' ? operator() : null);
      undo.written(written);
      return written;
    },
    commit,
    offer: () => ({
      undoable: undo.next('undo', store.tables),
      redoable: undo.next('redo', store.tables),
    }),
  };
}
