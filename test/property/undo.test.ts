// Undo and redo of whole steps, on the whole desk, in any order: the rows are exactly as they were.
import { fc } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createUndo, type Undo } from '../../core/desk/undo.ts';
import { applyChanges, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { decide } from '../../core/desk/decide.ts';
import { commandOf, wishes } from '../support/desk-commands.ts';
import { law } from '../support/law.ts';
import { sampleOffice } from '../support/sample-state.ts';
import { picture } from '../support/workspace-bench.ts';

const given = fc
  .tuple(
    wishes(30),
    fc.array(fc.constantFrom('do', 'do', 'do', 'undo', 'undo', 'redo'), { minLength: 30, maxLength: 30 }),
  )
  .map(([list, turns]) => list.map((wish, index) => ({ wish, turn: turns[index] ?? 'do' })));

/** Keeps what was undone after something new was done. */
function neverForgets(): Undo {
  const undo = createUndo();
  let before: Parameters<Undo['remember']> | undefined;
  return {
    ...undo,
    remember(...step) {
      if (before !== undefined && step[1].length > 0) undo.remember(before[0], before[1], step[2]);
      else undo.remember(...step);
      before = step;
    },
  };
}

law('commands, undo and redo in any order: each turn leads exactly to the rows before, or after, its step', {
  subject: createUndo,
  wrong: neverForgets,
  given,
  runs: 60,
  holds(create, work) {
    const undo = create();
    const { state } = sampleOffice();
    const { workspace } = state;
    /** The rows before each step that can be taken back, and after each that can be done again. */
    const [back, again]: [string[], string[]] = [[], []];
    let ids = 0;
    for (const { wish, turn } of work) {
      if (turn === 'do') {
        const command = commandOf(wish, state);
        // These are no steps: an order ends what can be taken back (see the tests of undo).
        if (command.type.startsWith('order/') || command.type === 'firm/settings') continue;
        const decided = decide(state, command, () => `id-${(ids += 1)}`);
        if (!decided.ok || decided.value.length === 0) continue;
        const before = picture(workspace);
        const inverse = undo.inverseOf(workspace, decided.value);
        applyChanges<WorkspaceRows>(workspace, decided.value);
        undo.remember(command.type, decided.value, inverse);
        undo.written(decided.value);
        back.push(before);
        again.length = 0;
        continue;
      }
      const [from, to] = turn === 'undo' ? [back, again] : [again, back];
      const rows = undo.rows(turn, workspace);
      const before = picture(workspace);
      expect(undo.next(turn, workspace) === null).toBe(rows === null);
      expect(rows === null).toBe(from.length === 0);
      if (rows === null) continue;
      applyChanges<WorkspaceRows>(workspace, rows);
      undo.written(rows);
      undo.taken(turn);
      expect(picture(workspace)).toBe(from.pop());
      to.push(before);
    }
  },
});
