// S2: pages without end, too many rows, too much text, too long. The desk keeps what it had and stays usable.
import { describe, expect, test } from 'vitest';
import type { Changes, VendorChange } from '../../../core/aruba/protocol.ts';
import { readChanges, type PullBudget } from '../../../core/host/read-changes.ts';
import { ok } from '../../../core/kernel/result.ts';
import type { CartId } from '../../../core/kernel/id.ts';
import { day } from '../../support/samples.ts';
import { ownCart } from '../../support/main-job.ts';
import { startHost } from '../../support/test-host.ts';
import { open, quantity, sync } from '../../support/two-desks.ts';

const change = (number: number): VendorChange => ({
  type: 'cart',
  cart: { cartId: `service-${number}` as CartId, version: 1, content: null, writes: [] },
});

const budget: PullBudget = { pages: 5, rows: 20, characters: 1000, ms: 60_000 };

/** Reads from a vendor whose page after a cursor is `pageAfter`. Returns the end and the number of pages. */
async function read(pageAfter: (cursor: number) => Partial<Changes & { characters: number }>, stepMs = 0) {
  let [pages, now] = [0, 0];
  const end = await readChanges(
    {
      clock: { now: () => now },
      budget,
      client: {
        async changes(cursor) {
          pages += 1;
          now += stepMs;
          const page = {
            epoch: 'one',
            changes: [],
            nextCursor: cursor + 1,
            hasMore: true,
            serverDay: day('2026-11-24'),
          };
          return ok({ ...page, characters: 10, ...pageAfter(cursor) });
        },
      },
    },
    7,
    'one',
  );
  return { end: 'why' in end ? end.why : end.kind, pages };
}

describe('the budget of a pull', () => {
  test.each([
    ['within it', () => ({ hasMore: false }), 0, { end: 'changes', pages: 1 }],
    ['pages without end', () => ({}), 0, { end: 'too-much', pages: 5 }],
    [
      'too many rows',
      () => ({ changes: Array.from({ length: 8 }, (_, n) => change(n)) }),
      0,
      { end: 'too-much', pages: 3 },
    ],
    ['too much text', () => ({ characters: 600 }), 0, { end: 'too-much', pages: 2 }],
    ['too long', () => ({}), 25_000, { end: 'too-much', pages: 3 }],
    ['the same cursor again', () => ({ nextCursor: 7 }), 0, { end: 'unreadable', pages: 1 }],
    [
      'a cursor that goes back',
      (cursor: number) => ({ nextCursor: cursor === 7 ? 9 : 8 }),
      0,
      { end: 'unreadable', pages: 2 },
    ],
    [
      'another past on the way',
      (cursor: number) => ({ epoch: cursor === 7 ? 'one' : 'two' }),
      0,
      { end: 'unreadable', pages: 2 },
    ],
    ['another past at once', () => ({ epoch: 'two' }), 0, { end: 'other-past', pages: 1 }],
    [
      'a vendor with fewer changes',
      () => ({ nextCursor: 3, hasMore: false }),
      0,
      { end: 'other-past', pages: 1 },
    ],
  ] as const)('%s', async (_, pageAfter, stepMs, expected) => {
    expect(await read(pageAfter, stepMs)).toEqual(expected);
  });
});

test('a vendor that repeats its page: the badge says so, the desk keeps its rows, and work goes on', async () => {
  const desk = await startHost({
    // Every page is the first one, and says that there are more.
    bend: (request) => ({ ...request, path: request.path.replace(/cursor=\d+&size=\d+/, 'cursor=0&size=1') }),
  });
  await desk.signIn();
  await desk.rest();
  const before = desk.state().replica.services.size;
  await sync(desk);
  expect(desk.host.snapshot().sync).toMatchObject({ link: 'unreadable', lastSync: null });
  open(desk);
  quantity(desk, 3);
  expect([desk.state().workspace.carts.get(ownCart)?.quantity, desk.state().replica.services.size]).toEqual([
    3,
    before,
  ]);
});

test('M3: answers that are pages of HTML: the badge is not green, and says the last success', async () => {
  const desk = await startHost();
  await desk.signIn();
  await sync(desk);
  const { lastSync, link } = desk.host.snapshot().sync;
  expect(link).toBe('synced');
  for (const kind of ['html', 'server-error', 'cut-json'] as const) {
    desk.machine.clock.advance(60_000);
    await desk.fault({ kind });
    await sync(desk);
    expect(desk.host.snapshot().sync).toMatchObject({ link: 'unreadable', lastSync });
  }
  await desk.fault({ kind: 'none' });
  await sync(desk);
  expect(desk.host.snapshot().sync.link).toBe('synced');
  expect(desk.host.snapshot().sync.lastSync).toBeGreaterThan(lastSync ?? 0);
});

test('M3: the last success survives a restart', async () => {
  const desk = await startHost();
  await desk.signIn();
  await sync(desk);
  desk.machine.clock.advance(600_000);
  await sync(desk);
  const { lastSync } = desk.host.snapshot().sync;
  await desk.host.close();
  const later = await startHost({ machine: desk.kill(), vendor: desk.backend });
  expect(later.host.snapshot().sync.lastSync).toBe(lastSync);
});
