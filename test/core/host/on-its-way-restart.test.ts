// Orders on their way when the program is killed and started again. Sentences 2 and 3 of design.md.
import { describe, expect, test } from 'vitest';
import type { OutboxState } from '../../../core/sync/outbox.ts';
import { finishJob, ownBoard, ownOrders, placeOrder, vendorOrders } from '../../support/main-job.ts';
import { startHost, type TestHost } from '../../support/test-host.ts';

const standing = (desk: TestHost) => ownOrders(desk)[0]?.standing;

describe('after a restart', () => {
  const situations: readonly {
    readonly state: OutboxState;
    readonly after: OutboxState;
    readonly prepare: (desk: TestHost) => Promise<void>;
  }[] = [
    { state: 'queued', after: 'queued', prepare: async () => undefined },
    {
      state: 'sending',
      after: 'outcome-unknown',
      prepare: async (desk) => {
        await desk.signIn();
      },
    },
    {
      state: 'outcome-unknown',
      after: 'outcome-unknown',
      prepare: async (desk) => {
        await desk.signIn();
        await desk.fault({ kind: 'lost-reply', path: '/api/v2/' });
      },
    },
  ];

  test.each(situations)(
    'queued commands executed twice after a restart (TanStack db 921): $state, exactly one order',
    async ({ state, after, prepare }) => {
      const desk = await startHost();
      await prepare(desk);
      placeOrder(desk);
      // For `sending`, the process is killed while the request is on its way.
      if (state !== 'sending') await desk.rest();
      expect(standing(desk)).toBe(state);
      const again = await startHost({ machine: desk.kill() });
      expect(standing(again)).toBe(after);
      await desk.rest();
      await finishJob(again);
      expect([
        (await vendorOrders(again)).length,
        ownBoard(again).waiting,
        again.state().workspace.outbox.size,
      ]).toEqual([1, [], 0]);
      expect(again.mirror.complaints).toEqual([]);
    },
  );

  test('a pending change not shown after a restart (TanStack db 1169): order, figures and people are as they were', async () => {
    const desk = await startHost();
    placeOrder(desk);
    await desk.rest();
    const [before] = ownOrders(desk);
    const again = await startHost({ machine: desk.kill() });
    expect(ownOrders(again)).toEqual([before]);
    expect(again.host.snapshot().sync.pending).toBe(1);
    expect(again.state()).toEqual(desk.state());
  });

  test('a kept session goes on by itself: what was queued is sent without a click', async () => {
    const desk = await startHost();
    await desk.signIn();
    await desk.fault({ kind: 'offline' });
    placeOrder(desk);
    await desk.rest();
    const again = await startHost({ machine: desk.kill() });
    await again.pass(1000);
    expect([standing(again), again.host.snapshot().sync.link]).toEqual(['awaiting-payment', 'synced']);
  });

  test('a damaged store wiped by its own library: workspace, journal and replica garbage, one after the other', async () => {
    for (const name of ['workspace', 'workspace-backup', 'journal-1', 'replica']) {
      const desk = await startHost();
      await desk.signIn();
      await desk.host.close();
      const machine = desk.kill();
      const lines = name === 'journal-1';
      const file = lines ? machine.disk.lineFile(name) : machine.disk.file(name);
      const spoilt = `${(file.text ?? '').slice(0, 40)}...${lines ? '\n' : ''}`;
      file.text = spoilt;
      const again = await startHost({ machine });
      await finishJob(again);
      expect(
        [again.state().workspace.people.size, again.state().replica.services.size, ownBoard(again).waiting],
        name,
      ).toEqual([34, 12, []]);
      expect(again.host.snapshot().notices.map(({ document }) => document)).toEqual(
        name === 'workspace-backup' ? [] : [lines ? 'journal' : name],
      );
      // A damaged backup that is not needed is found only when the next backup is written.
      await again.host.close();
      expect([...file.movedAside.values()]).toContain(spoilt);
    }
  });
});
