// The desk of a shared studio without its server: what it takes, refuses and keeps.
import { expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import type { SharedRole } from '../../../../core/desk/rows/shared-rows.ts';
import { openHost, type Host } from '../../../../core/host/host.ts';
import { joinedStudio } from '../../../../core/host/shared/joined-studio.ts';
import { finish } from '../../../../core/kernel/steps.ts';
import { systemDigest } from '../../../../electron/adapters/system.ts';
import { countingIds, quietLog } from '../../../support/counting-ids.ts';
import { exampleDetails } from '../../../support/example-commands/people.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { manualScheduler } from '../../../support/manual-scheduler.ts';
import { memoryEnd } from '../../../support/memory-end.ts';
import { memoryLines } from '../../../support/memory-lines.ts';
import { memoryStore } from '../../../support/memory-store.ts';
import { noDesktop } from '../../../support/no-desktop.ts';
import { memorySecrets } from '../../../support/scripted-vendor.ts';

/** A machine whose desk has joined. Each `start` is a new process on the same files. */
function machine(role: SharedRole) {
  const clock = fakeClock();
  const stores = {
    workspace: memoryStore(),
    backup: memoryStore(),
    journal: [memoryLines(), memoryLines()] as const,
    end: memoryEnd(),
    replica: memoryStore(),
  };
  let starts = 0;
  const start = (): Host => {
    starts += 1;
    return finish(
      openHost({
        clock,
        scheduler: manualScheduler(clock),
        rng: { next: () => 0.5 },
        ids: countingIds(starts),
        digest: systemDigest,
        log: quietLog,
        fetch: null,
        secrets: memorySecrets(),
        account: null,
        user: 'mbassi',
        desktop: noDesktop,
        stores: stores as never,
      }),
    );
  };
  start().seed([], () =>
    joinedStudio(
      { client: '01930000-0000-7000-8000-000000000001', account: 'maria', name: 'Maria Bassi', role },
      { address: 'https://server:8741', fingerprint: null, studio: 'studio-1' },
    ),
  );
  return start;
}

const add = (number: number): Command => ({
  type: 'person/add',
  details: { ...exampleDetails, email: `p${number}@x.it` } as never,
});
const waitingIn = (host: Host) =>
  [...host.state().workspace.waiting.values()].map(({ seq, state }) => [seq, state]);

test('without its server it goes on: what was given is there after a restart, numbered, and can be undone', () => {
  const start = machine('prepare');
  const host = start();
  expect(host.submit(add(1)).ok && host.submit(add(2)).ok).toBe(true);
  expect(host.submit(add(2))).toMatchObject({ ok: false, error: { reason: 'duplicate-email' } });
  // Not its rows: each news would carry them to each window.
  expect(host.snapshot().undoable).toEqual({
    type: 'person/add',
    step: 2,
    about: { names: ['Anna Ferri'], more: 0 },
  });
  expect(host.undo().ok).toBe(true);
  expect(host.snapshot().redoable?.type).toBe('person/add');
  const again = start();
  expect(waitingIn(again)).toEqual([
    [1, 'waiting'],
    [2, 'waiting'],
    [3, 'waiting'],
  ]);
  expect([...again.state().workspace.people.values()].map(({ email }) => email)).toEqual(['p1@x.it']);
  expect(again.snapshot()).toMatchObject({ user: 'maria', sync: { link: 'connecting', pending: 3 } });
});

test('a role that may not, and more than the server takes at once, are refused before anything is kept', () => {
  const host = machine('prepare')();
  expect(host.submit({ type: 'seat-rule/remove', id: 'paghe/fe' })).toEqual({
    ok: false,
    error: { reason: 'not-allowed' },
  });
  const rows = Array.from({ length: 30_000 }, (_, index) => ({
    ...exampleDetails,
    email: `p${index}@studio-con-un-nome-molto-lungo.example`,
    department: 'Contabilità e bilanci '.repeat(4),
  }));
  expect(host.submit({ type: 'people/import', rows, present: [] } as never)).toEqual({
    ok: false,
    error: { reason: 'too-much-at-once' },
  });
  expect(waitingIn(host)).toEqual([]);
  expect(machine('read')().submit(add(1))).toMatchObject({ error: { reason: 'not-allowed' } });
});
