import { commands } from '../../desk/command.ts';
import type { Undoable, Direction } from '../../desk/undo.ts';
import type { StepSubjects } from '../../desk/step-subjects.ts';
import type { WorkspaceChange, WorkspaceTables } from '../../desk/rows/state.ts';
import { sameJson } from '../../kernel/same-json.ts';
import type { SharedCommand } from '../../shared/protocol.ts';

/** A command of this run that can be taken back: by an undo, whose own undo is the redo. */
interface Step extends Undoable {
  readonly cid: string;
  readonly done: readonly WorkspaceChange[];
  readonly inverse: readonly WorkspaceChange[];
}

/** What this desk may undo and redo. Whether it really can is decided by the server. */
export interface SharedSteps {
  remember(
    cid: string,
    command: SharedCommand,
    about: StepSubjects,
    done: readonly WorkspaceChange[],
    inverse: readonly WorkspaceChange[],
  ): void;
  /**
   * The newest step of a direction. Null if there is none, or if its rows have changed since. A command that
   * the server has refused is no step any more.
   */
  next(direction: Direction, tables: WorkspaceTables): Step | null;
  /** The step was taken back by the command `cid`: it moves to the other side. */
  taken(direction: Direction, cid: string): void;
}

const mostSteps = 100;

/** Keeps the steps whose command the server has not refused. */
function dropRefused(steps: Step[], { waiting }: Pick<WorkspaceTables, 'waiting'>): void {
  const left = steps.filter(({ cid }) => waiting.get(cid)?.state !== 'refused');
  if (left.length < steps.length) steps.splice(0, steps.length, ...left);
}

/** Rows come back from the server as other objects, so their content is compared. */
const isAsLeft = (tables: WorkspaceTables, { table, id, value }: WorkspaceChange): boolean =>
  sameJson(tables[table].get(id) ?? null, value);

export function createSharedSteps(): SharedSteps {
  const steps: { readonly [D in Direction]: Step[] } = { undo: [], redo: [] };
  let last = 0;
  return {
    remember(cid, command, about, done, inverse) {
      if (command.type === 'undo' || done.length === 0) return;
      steps.redo.length = 0;
      const rule = commands[command.type].undo;
      if (rule === 'ends-all') steps.undo.length = 0;
      if (rule !== 'step') return;
      last += 1;
      steps.undo.push({ cid, type: command.type, step: last, about, done, inverse });
      if (steps.undo.length > mostSteps) steps.undo.shift();
    },
    next(direction, tables) {
      dropRefused(steps[direction], tables);
      const step = steps[direction].at(-1);
      return step?.done.every((change) => isAsLeft(tables, change)) === true ? step : null;
    },
    taken(direction, cid) {
      const step = steps[direction].pop();
      if (step === undefined) return;
      const other = { ...step, cid, done: step.inverse.toReversed(), inverse: step.done.toReversed() };
      steps[direction === 'undo' ? 'redo' : 'undo'].push(other);
    },
  };
}
