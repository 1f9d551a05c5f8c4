// Undo and redo of whole steps in any order, on the host's command desk and a real store.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import {
  allRows,
  applyChanges,
  type AppState,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../../core/desk/rows/state.ts';
import { emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { createCommandDesk, type CommandDesk, type CommandDeskPorts } from '../../core/host/command-desk.ts';
import { createWriting } from '../../core/host/writing.ts';
import { countingIds, quietLog } from '../support/counting-ids.ts';
import { memoryDisk } from '../support/crashing-disk.ts';
import { commandOf, wishes } from '../support/desk-commands.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { law } from '../support/law.ts';
import { manualScheduler } from '../support/manual-scheduler.ts';
import { sampleOffice } from '../support/sample-state.ts';
import { openOn, picture } from '../support/workspace-bench.ts';

const given = fc
  .tuple(
    wishes(30),
    fc.array(fc.constantFrom('do', 'do', 'do', 'undo', 'undo', 'redo'), { minLength: 30, maxLength: 30 }),
  )
  .map(([list, turns]) => list.map((wish, index) => ({ wish, turn: turns[index] ?? 'do' })));

/** The mistake: redoes a step even after something new was done. */
function neverForgets(ports: CommandDeskPorts): CommandDesk {
  const desk = createCommandDesk(ports);
  const [done, undone]: [Command[], Command[]] = [[], []];
  return {
    ...desk,
    submit(command) {
      done.push(command);
      return desk.submit(command);
    },
    step(direction) {
      const result = desk.step(direction);
      const [from, to] = direction === 'undo' ? [done, undone] : [undone, done];
      const command = from.pop();
      if (command === undefined) return result;
      to.push(command);
      if (direction === 'redo' && !result.ok) desk.submit(command);
      return result;
    },
  };
}

/**
 * The sample studio on a disk in memory, the host's command desk on it, and a screen that only takes events.
 */
function benchOf(create: (ports: CommandDeskPorts) => CommandDesk) {
  const { state: sample } = sampleOffice();
  const store = openOn(memoryDisk().start());
  const state = (): AppState => ({ ...sample, workspace: store.tables });
  const clock = fakeClock();
  const [ids, log] = [countingIds(), quietLog];
  const writing = createWriting({
    store,
    state,
    clock,
    scheduler: manualScheduler(clock),
    log,
    ids,
    troubled: () => undefined,
  });
  const screen = emptyWorkspace();
  const shown = (written: readonly WorkspaceChange[]): void => applyChanges<WorkspaceRows>(screen, written);
  shown(writing.write(allRows<WorkspaceRows>(sample.workspace), null));
  const desk = create({ store, state, writing, clock, ids, log, user: 'mbassi', shown });
  return { desk, state, store, screen };
}

law('commands, undo and redo in any order: each turn leads exactly to the rows before, or after, its step', {
  subject: createCommandDesk,
  wrong: neverForgets,
  given,
  runs: 60,
  holds(create, work) {
    const { desk, state, store, screen } = benchOf(create);
    // The history keeps a step after it is undone.
    const rows = (): string => picture({ ...store.tables, history: new Map() });
    /** The rows before each step that can be undone, and after each that can be redone. */
    const [back, again]: [string[], string[]] = [[], []];
    for (const { wish, turn } of work) {
      const before = rows();
      if (turn === 'do') {
        const command = commandOf(wish, state());
        // Orders are not steps of undo. Nothing before an order can be undone (see the tests of undo).
        if (command.type.startsWith('order/') || command.type === 'firm/settings') continue;
        const had = desk.offer().undoable;
        if (!desk.submit(command).ok || desk.offer().undoable?.step === had?.step) {
          expect(rows()).toBe(before);
          continue;
        }
        back.push(before);
        again.length = 0;
        continue;
      }
      const [from, to] = turn === 'undo' ? [back, again] : [again, back];
      const { ok } = desk.step(turn);
      expect(ok).toBe(from.length > 0);
      expect(rows()).toBe(from.pop() ?? before);
      if (ok) to.push(before);
      expect([desk.offer().undoable === null, desk.offer().redoable === null]).toEqual([
        back.length === 0,
        again.length === 0,
      ]);
      expect(picture(screen)).toBe(picture(store.tables));
    }
  },
});
