// Sentence 1 of design.md: a crash at any durable step leaves the state before or after the interrupted
// commit, with every commit that was confirmed.
import { expect } from 'vitest';
import { memoryDisk, type DiskSession } from '../../support/crashing-disk.ts';
import { law } from '../../support/law.ts';
import {
  damage,
  openOn,
  picture,
  pictures,
  workUntilCrash,
  works,
  type Work,
} from '../../support/workspace-bench.ts';
import type { WorkspaceStore } from '../../../core/persistence/workspace-store.ts';

type Open = (session: DiskSession) => WorkspaceStore;

/** A store that confirms before it writes. The last commit exists only in memory. */
const forgetsOne: Open = (session) => {
  const store = openOn(session);
  let held: Parameters<WorkspaceStore['commit']>[0] | undefined;
  return {
    ...store,
    commit(changes) {
      if (held !== undefined) store.commit(held);
      held = changes;
    },
  };
};

/** A store that empties the journal before it writes the checkpoint. */
const wrongOrder: Open = (session) => {
  const journal = [session.lines('journal-1'), session.lines('journal-2')];
  const store = openOn(session);
  return {
    ...store,
    checkpoint() {
      for (const file of journal) file.clear();
      store.checkpoint();
    },
  };
};

function crashEverywhere(
  open: Open,
  work: readonly Work[],
  then: (disk: ReturnType<typeof memoryDisk>) => void,
): void {
  const expected = pictures(work);
  const whole = memoryDisk().start();
  workUntilCrash(whole, work, open);
  for (let step = 1; step <= whole.steps(); step += 1) {
    for (const when of ['before', 'after'] as const) {
      const disk = memoryDisk();
      const done = workUntilCrash(disk.start({ step, when }), work, open);
      then(disk);
      const reopened = openOn(disk.start());
      expect([expected[done], expected[done + 1]], `crash ${when} step ${step}`).toContain(
        picture(reopened.tables),
      );
    }
  }
}

law('a crash at every durable step: the state before or after the interrupted commit', {
  subject: openOn,
  wrong: forgetsOne,
  given: works,
  holds: (open, work) => crashEverywhere(open, work, () => undefined),
  runs: 40,
});

law('a crash at every durable step, and the checkpoint turns out damaged: backup and journal give the same', {
  subject: openOn,
  wrong: wrongOrder,
  given: works,
  holds: (open, work) =>
    crashEverywhere(open, work, (disk) => {
      if (disk.file('workspace').text !== undefined) damage(disk, 'workspace');
    }),
  runs: 40,
});

law('a crash at every step of a recovery: the next start recovers the same', {
  subject: openOn,
  // A library that deletes an invalid file by itself does this.
  wrong: (session) => {
    const store = openOn(session);
    session.store('workspace').moveAside();
    session.store('workspace-backup').moveAside();
    return store;
  },
  given: works,
  holds(open, work) {
    const expected = pictures(work).at(-1);
    const damaged = () => {
      const disk = memoryDisk();
      workUntilCrash(disk.start(), [...work, { kind: 'checkpoint' }]);
      damage(disk, 'workspace');
      return disk;
    };
    const whole = damaged().start();
    open(whole);
    for (let step = 1; step <= whole.steps(); step += 1) {
      for (const when of ['before', 'after'] as const) {
        const disk = damaged();
        workUntilCrash(disk.start({ step, when }), [], open);
        const reopened = openOn(disk.start());
        expect(picture(reopened.tables), `crash ${when} step ${step} of the recovery`).toBe(expected);
        if (expected !== '') expect(reopened.fresh).toBe(false);
        reopened.checkpoint();
        expect(picture(openOn(disk.start()).tables)).toBe(expected);
      }
    }
  },
  runs: 40,
});

law('work goes on after a crash: what is committed afterwards is there too', {
  subject: openOn,
  wrong: forgetsOne,
  given: works,
  holds(open, work) {
    const whole = memoryDisk().start();
    workUntilCrash(whole, work, open);
    const step = Math.ceil(whole.steps() / 2);
    const disk = memoryDisk();
    workUntilCrash(disk.start({ step, when: 'after' }), work, open);
    const second = open(disk.start());
    const more: readonly Work[] = [...work].reverse();
    const expected = pictures(more, openOn(disk.start()).tables).at(-1);
    for (const piece of more) if (piece.kind === 'commit') second.commit(piece.changes);
    expect(picture(openOn(disk.start()).tables)).toBe(expected);
  },
  runs: 40,
});
