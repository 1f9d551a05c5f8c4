import { noSubjects } from '../../support/no-subjects.ts';
import { describe, expect, test } from 'vitest';
import {
  applyChanges,
  type WorkspaceChange,
  type WorkspaceRows,
  type WorkspaceTables,
} from '../../../core/desk/rows/state.ts';
import { emptyWorkspace } from '../../../core/desk/rows/tables.ts';
import { createUndo, type Direction, type Undo } from '../../../core/desk/undo.ts';
import { commandOf, wishes } from '../../support/desk-commands.ts';
import { law } from '../../support/law.ts';
import { person } from '../../support/samples.ts';
import { decideBench } from '../../support/sample-state.ts';
import { picture } from '../../support/workspace-bench.ts';
import type { Command } from '../../../core/desk/command.ts';

function undoBench(undo: Undo = createUndo()) {
  const desk = decideBench();
  const { workspace } = desk.state;
  function turn(direction: Direction): boolean {
    const changes = undo.rows(direction, workspace);
    if (changes === null) return false;
    applyChanges<WorkspaceRows>(workspace, changes);
    undo.written(changes);
    undo.taken(direction);
    return true;
  }
  return {
    ...desk,
    undo,
    workspace,
    /**
     * Submits as the host does: it copies the rows before they are written. Returns true
     * if rows were written.
     */
    submit(command: Command): boolean {
      const before: WorkspaceTables = {
        ...emptyWorkspace(),
        ...Object.fromEntries(
          Object.entries(workspace).map(([table, rows]) => [table, new Map<string, unknown>(rows)]),
        ),
      };
      const done = desk.submit(command);
      if (!done.ok) return false;
      undo.written(done.changes);
      undo.remember(command.type, done.changes, undo.inverseOf(before, done.changes), noSubjects);
      return done.changes.length > 0;
    },
    /** Writes changes from elsewhere: an answer of the vendor, or another window's step. */
    write(changes: readonly WorkspaceChange[]): void {
      applyChanges<WorkspaceRows>(workspace, changes);
      undo.written(changes);
    },
    back(): boolean {
      return turn('undo');
    },
    again: () => turn('redo'),
  };
}

const forgetful = (): Undo => {
  const undo = createUndo();
  return { ...undo, inverseOf: (tables, changes) => undo.inverseOf(tables, changes).slice(0, 1) };
};

law('undone step by step and done again, every table is exactly as it was at each step', {
  subject: createUndo,
  wrong: forgetful,
  given: wishes(25),
  runs: 50,
  holds(create, given) {
    const desk = undoBench(create());
    const pictures = [picture(desk.workspace)];
    for (const wish of given) {
      const command = commandOf(wish, desk.state);
      // Orders and settings cannot be undone, so the law skips them.
      if (command.type.startsWith('order/') || command.type === 'firm/settings') continue;
      if (desk.submit(command)) pictures.push(picture(desk.workspace));
    }
    for (const expected of pictures.slice(0, -1).reverse()) {
      expect(desk.back()).toBe(true);
      expect(picture(desk.workspace)).toBe(expected);
    }
    for (const expected of pictures.slice(1)) {
      expect(desk.again()).toBe(true);
      expect(picture(desk.workspace)).toBe(expected);
    }
    expect(desk.again()).toBe(false);
  },
});

describe('undo', () => {
  const add = (email: string): Command => {
    const { id: _id, ...details } = person('x', { email });
    return { type: 'person/add', details };
  };

  test('names the step that it would take back, and has none at first', () => {
    const desk = undoBench();
    expect([desk.undo.next('undo', desk.workspace), desk.undo.rows('undo', desk.workspace)]).toEqual([
      null,
      null,
    ]);
    desk.submit(add('a@x.it'));
    expect(desk.undo.next('undo', desk.workspace)?.type).toBe('person/add');
  });

  test('each step has a number of its own, never used again: an offer of an older one is known as such', () => {
    const desk = undoBench();
    const numbers = ['a@x.it', 'b@x.it'].map((email) => {
      desk.submit(add(email));
      return desk.undo.next('undo', desk.workspace)?.step;
    });
    desk.back();
    expect(desk.undo.next('undo', desk.workspace)?.step).toBe(numbers[0]);
    desk.submit(add('c@x.it'));
    numbers.push(desk.undo.next('undo', desk.workspace)?.step);
    expect(new Set(numbers).size).toBe(3);
  });

  test('a step without rows is none', () => {
    const desk = undoBench();
    desk.submit({ type: 'people/import', rows: [], present: [] });
    expect(desk.undo.next('undo', desk.workspace)).toBe(null);
  });

  test('where something newer has touched the same rows it is not taken back', () => {
    const desk = undoBench();
    desk.submit({
      type: 'seat/need',
      serviceId: 'fe-sole' as never,
      personIds: ['p-f-riva' as never],
      needed: true,
    });
    const touched: WorkspaceChange = { table: 'needs', id: 'fe-sole/p-f-riva', value: null };
    desk.write([touched]);
    expect([
      desk.undo.rows('undo', desk.workspace),
      desk.back(),
      desk.undo.next('undo', desk.workspace),
    ]).toEqual([null, false, null]);
  });

  test('asked at every write, it says each time what holds then: taken, moved on, come back', () => {
    const desk = undoBench();
    desk.submit({ type: 'panel/align', serviceId: 'fe-studio' as never, usernames: ['pgreco01'] });
    const [entry] = [...desk.workspace.outbox.values()];
    if (entry === undefined) throw new Error('It waits to be sent');
    const offered = (): boolean => desk.undo.next('undo', desk.workspace) !== null;
    const seen = [offered()];
    for (const state of ['queued', 'sending', 'sending', 'queued'] as const) {
      desk.write([{ table: 'outbox', id: entry.id, value: { ...entry, state } }]);
      seen.push(offered());
      desk.write([{ table: 'notes', id: 'p-f-riva', value: { id: 'p-f-riva' as never, text: state } }]);
      seen.push(offered());
    }
    expect(seen).toEqual([true, true, true, false, false, false, false, true, true]);
  });

  test('settings and orders are not undone, and an order keeps what it rests on', () => {
    const desk = undoBench();
    desk.submit({ type: 'cart/open', serviceId: 'fe-studio' as never });
    desk.submit({
      type: 'firm/settings',
      rule: 'started-month',
      offPolicy: 'own-year',
      language: 'en',
      theme: 'dark',
    });
    expect(desk.undo.next('undo', desk.workspace)?.type).toBe('cart/open');
    desk.submit(commandOf({ what: 16, who: [0], which: 1, count: 1, yes: true }, desk.state));
    expect([desk.workspace.outbox.size, desk.undo.next('undo', desk.workspace)]).toEqual([1, null]);
  });

  test('a person named twice in one step is taken back all the same', () => {
    const desk = undoBench();
    desk.submit({
      type: 'seat/need',
      serviceId: 'fe-sole' as never,
      personIds: ['p-f-riva' as never, 'p-f-riva' as never],
      needed: true,
    });
    expect([desk.back(), desk.workspace.needs.has('fe-sole/p-f-riva')]).toEqual([true, false]);
  });

  test('a hundred steps, not more', () => {
    const desk = undoBench();
    for (let index = 0; index < 105; index += 1) desk.submit(add(`p${index}@x.it`));
    let back = 0;
    while (desk.back()) back += 1;
    expect([back, desk.workspace.people.size]).toEqual([100, 39]);
  });

  test('a new step ends what could be done again', () => {
    const desk = undoBench();
    desk.submit(add('a@x.it'));
    desk.back();
    expect(desk.undo.next('redo', desk.workspace)?.type).toBe('person/add');
    desk.submit(add('b@x.it'));
    expect([desk.again(), desk.workspace.people.size]).toEqual([false, 35]);
  });

  test('a command to the vendor is taken back as long as it surely has not been processed, and no longer', () => {
    const desk = undoBench();
    desk.submit({ type: 'panel/align', serviceId: 'fe-studio' as never, usernames: ['pgreco01'] });
    const [entry] = [...desk.workspace.outbox.values()];
    if (entry === undefined) throw new Error('It waits');
    desk.write([
      { table: 'outbox', id: entry.id, value: { ...entry, tries: 1, lastAnswer: 'sign-in-needed' } },
    ]);
    expect([desk.back(), desk.workspace.outbox.size, desk.again(), desk.workspace.outbox.size]).toEqual([
      true,
      0,
      true,
      1,
    ]);
    desk.write([{ table: 'outbox', id: entry.id, value: { ...entry, state: 'sending' } }]);
    expect([desk.undo.next('undo', desk.workspace), desk.back()]).toEqual([null, false]);
  });
});
