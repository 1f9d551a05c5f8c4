import type { Command } from './command.ts';
import type { WorkspaceChange, WorkspaceTables } from './state.ts';

interface Step {
  readonly type: Command['type'];
  readonly done: readonly WorkspaceChange[];
  readonly inverse: readonly WorkspaceChange[];
}

/** Whole steps that can be taken back: what concerns only this desk, as long as nothing newer has touched the same rows. */
export interface Undo {
  /** The rows as they are before `changes`. */
  inverseOf(tables: WorkspaceTables, changes: readonly WorkspaceChange[]): readonly WorkspaceChange[];
  remember(type: Command['type'], done: readonly WorkspaceChange[], inverse: readonly WorkspaceChange[]): void;
  /** The step that Ctrl+Z would take back. */
  next(): Command['type'] | null;
  /** The rows to write to take the newest step back; null where there is none, or its rows have moved on. */
  newest(tables: WorkspaceTables): readonly WorkspaceChange[] | null;
  /** Forgets the newest step: it was taken back, or cannot be. */
  drop(): void;
}

const mostSteps = 100;

/** Orders go to the vendor: they are cancelled or withdrawn, not undone. Settings and the columns of a list have their own switches. */
const canBeUndone = (type: Command['type']): boolean => !type.startsWith('order/') && type !== 'firm/settings' && type !== 'columns/remember';

function currentRow(tables: WorkspaceTables, change: WorkspaceChange): WorkspaceChange['value'] {
  return tables[change.table].get(change.id) ?? null;
}

export function createUndo(): Undo {
  const steps: Step[] = [];
  return {
    inverseOf: (tables, changes) => changes.map((change) => ({ ...change, value: currentRow(tables, change) }) as WorkspaceChange).reverse(),
    remember(type, done, inverse) {
      if (done.length === 0) return;
      if (!canBeUndone(type)) {
        // What was ordered rests on the steps before it: they stay.
        if (type === 'order/place') steps.length = 0;
        return;
      }
      steps.push({ type, done, inverse });
      if (steps.length > mostSteps) steps.shift();
    },
    next: () => steps.at(-1)?.type ?? null,
    newest(tables) {
      const step = steps.at(-1);
      return step?.done.every((change) => currentRow(tables, change) === change.value) === true ? step.inverse : null;
    },
    drop: () => void steps.pop(),
  };
}
