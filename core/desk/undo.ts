import { commands, type CommandType } from './command.ts';
import type { WorkspaceChange, WorkspaceTables } from './rows/state.ts';
import type { StepSubjects } from './step-subjects.ts';

/**
 * A step that Ctrl+Z would undo or Ctrl+Y redo. Its number tells a screen whether the step that it offers is
 * still the newest.
 */
export interface Undoable {
  readonly type: CommandType;
  readonly step: number;
  readonly about: StepSubjects;
}

interface Step extends Undoable {
  readonly done: readonly WorkspaceChange[];
  readonly inverse: readonly WorkspaceChange[];
}

type RowIndex = ReadonlyMap<string, ReadonlyMap<string, WorkspaceChange>>;

/**
 * Whether the rows of the newest step are still as it left them. Of thousands of rows only those that were
 * written later are looked at again.
 */
interface Verdict {
  readonly step: Step;
  asLeft: boolean;
  /**
   * The rows as the step left them, by id. Made when something is written after the step for the first time.
   */
  byRow: RowIndex | null;
  /**
   * Rows that were written since. They are looked at when somebody asks: by then the step may no longer be
   * the newest.
   */
  readonly unseen: (readonly WorkspaceChange[])[];
}

export type Direction = 'undo' | 'redo';

/**
 * Undo and redo of whole steps. Covers what concerns only this desk, until something newer touches the same
 * rows.
 */
export interface Undo {
  /** The rows as they are before `changes`. */
  inverseOf(tables: WorkspaceTables, changes: readonly WorkspaceChange[]): readonly WorkspaceChange[];
  /** Adds a new step. Steps that were undone before it can no longer be redone. */
  remember(
    type: CommandType,
    done: readonly WorkspaceChange[],
    inverse: readonly WorkspaceChange[],
    about: StepSubjects,
  ): void;
  /** Call it after each write, by a step or by anything else. */
  written(changes: readonly WorkspaceChange[]): void;
  /** The step that Ctrl+Z would undo or Ctrl+Y redo. Null if there is none or its rows have changed. */
  next(direction: Direction, tables: WorkspaceTables): Undoable | null;
  /** The rows to write for that step; null as above. */
  rows(direction: Direction, tables: WorkspaceTables): readonly WorkspaceChange[] | null;
  /** Call it when the rows are written: the step moves to the other side. */
  taken(direction: Direction): void;
}

const mostSteps = 100;

const touches = (step: Step, rows: readonly WorkspaceChange[]): boolean =>
  step.done.some((change) => rows.some(({ table, id }) => table === change.table && id === change.id));

function currentRow(tables: WorkspaceTables, change: WorkspaceChange): WorkspaceChange['value'] {
  return tables[change.table].get(change.id) ?? null;
}

/**
 * True if nothing newer has touched the row. A `queued` command has surely not been processed, whatever was
 * tried: it can be taken back.
 */
function isAsLeft(tables: WorkspaceTables, change: WorkspaceChange): boolean {
  if (change.table === 'outbox' && change.value !== null)
    return tables.outbox.get(change.id)?.state === 'queued';
  return currentRow(tables, change) === change.value;
}

/** What a screen is told of a step: not its rows, which may be thousands. */
export const offered = ({ type, step, about }: Undoable): Undoable => ({ type, step, about });

const leftBy = (step: Step, direction: Direction): readonly WorkspaceChange[] =>
  direction === 'undo' ? step.done : step.inverse;

function sortedByRow(changes: readonly WorkspaceChange[]): RowIndex {
  const tables = new Map<string, Map<string, WorkspaceChange>>();
  for (const change of changes) {
    const rows = tables.get(change.table);
    if (rows === undefined) tables.set(change.table, new Map([[change.id, change]]));
    else rows.set(change.id, change);
  }
  return tables;
}

function lookAgain(verdict: Verdict, direction: Direction, tables: WorkspaceTables): void {
  const written = verdict.unseen.splice(0);
  if (written.length === 0) return;
  const left = leftBy(verdict.step, direction);
  const rows = (verdict.byRow ??= sortedByRow(left));
  const touched = written.flat().flatMap(({ table, id }) => rows.get(table)?.get(id) ?? []);
  if (touched.length === 0) return;
  // A row may come back to its old value: a command that was being sent waits again.
  verdict.asLeft = (verdict.asLeft ? touched : left).every((change) => isAsLeft(tables, change));
}

export function createUndo(): Undo {
  const steps: { readonly [D in Direction]: Step[] } = { undo: [], redo: [] };
  const verdicts: { [D in Direction]: Verdict | null } = { undo: null, redo: null };
  let last = 0;

  function newest(direction: Direction, tables: WorkspaceTables): Step | null {
    const step = steps[direction].at(-1);
    if (step === undefined) return null;
    let verdict = verdicts[direction];
    if (verdict?.step === step) lookAgain(verdict, direction, tables);
    else
      verdict = {
        step,
        asLeft: leftBy(step, direction).every((change) => isAsLeft(tables, change)),
        byRow: null,
        unseen: [],
      };
    verdicts[direction] = verdict;
    return verdict.asLeft ? step : null;
  }

  return {
    inverseOf: (tables, changes) =>
      changes
        .map((change) => ({ ...change, value: currentRow(tables, change) }) as WorkspaceChange)
        .reverse(),
    remember(type, done, inverse, about) {
      if (done.length === 0) return;
      steps.redo.length = 0;
      const rule = commands[type].undo;
      if (rule === 'ends-all') steps.undo.length = 0;
      if (rule === 'ends-touched')
        steps.undo.splice(0, steps.undo.length, ...steps.undo.filter((step) => !touches(step, done)));
      if (rule !== 'step') return;
      last += 1;
      steps.undo.push({ type, step: last, about, done, inverse });
      if (steps.undo.length > mostSteps) steps.undo.shift();
    },
    written(changes) {
      if (changes.length === 0) return;
      verdicts.undo?.unseen.push(changes);
      verdicts.redo?.unseen.push(changes);
    },
    next(direction, tables) {
      const step = newest(direction, tables);
      return step === null ? null : offered(step);
    },
    rows(direction, tables) {
      const step = newest(direction, tables);
      return step === null ? null : direction === 'undo' ? step.inverse : step.done;
    },
    taken(direction) {
      const step = steps[direction].pop();
      // The verdict is about the rows of the other side.
      verdicts.undo = null;
      verdicts.redo = null;
      if (step !== undefined) steps[direction === 'undo' ? 'redo' : 'undo'].push(step);
    },
  };
}
