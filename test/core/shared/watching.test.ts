// Desks that wait for news of a studio, and who is there.
import { expect, test } from 'vitest';
import { createWatching, newsWaitMs, type NewsWish } from '../../../core/shared/server/watching.ts';
import type { Member, StoredRow } from '../../../core/shared/studio-database.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { manualScheduler } from '../../support/manual-scheduler.ts';

const maria: Member = { account: 'maria', name: 'Maria Bassi', role: 'administer' };
const anna: Member = { account: 'anna', name: 'Anna Ferri', role: 'prepare' };

function studio() {
  const clock = fakeClock();
  const scheduler = manualScheduler(clock);
  const heard: string[] = [];
  const head = { version: 1, epoch: 'first', safeVersion: 0 };
  const rows: StoredRow[] = [];
  const desks = new Set(['desk-1', 'desk-2']);
  /** How often the rows were read. */
  const readings = { count: 0, fail: false };
  let stamps = 0;
  const watching = createWatching({
    database: {
      head: async () => ({ ...head }),
      heard: async (_studio, client) => void heard.push(client),
      async read(_studio, ids, work) {
        readings.count += 1;
        if (readings.fail) throw new Error('The connection broke');
        return work({
          head: { ...head },
          desks: ids.filter((id) => desks.has(id)).map((id) => ({ ...anna, id, lastSeq: 7 })),
          rowsAfter: async (after, most) =>
            rows.filter(({ version }) => version >= after.version).slice(0, most),
          resultsAfter: async () => [],
          commands: async () => [],
          madeBy: async () => undefined,
        });
      },
    },
    clock,
    scheduler,
    ids: { next: () => `stamp-${(stamps += 1)}` },
    log: quietLog,
  });
  /** Somebody changes so many people, in one version. */
  function change(...ids: readonly string[]): void {
    head.version += 1;
    rows.push(...ids.map((id) => ({ table: 'people' as const, id, version: head.version, value: id })));
    watching.changed('studio');
  }
  const wish = (client: string, known: Partial<NewsWish> = {}): NewsWish => ({
    client,
    version: 1,
    epoch: 'first',
    stamp: '',
    place: null,
    ...known,
  });
  /** The answer, or undefined as long as the question waits. */
  function ask(member: Member, of: NewsWish) {
    let said: unknown;
    void watching.news('studio', { member, head: { ...head } }, of).then((news) => {
      said = news;
    });
    return async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return said;
    };
  }
  const stampOf = async (answer: () => Promise<unknown>) => ((await answer()) as { stamp: string }).stamp;
  return { watching, scheduler, heard, head, desks, readings, change, wish, ask, stampOf };
}

test('who knows nothing yet is answered at once; who knows everything waits for a change', async () => {
  const { watching, scheduler, head, wish, ask, stampOf } = studio();
  const stamp = await stampOf(ask(maria, wish('desk-1')));
  const waits = ask(maria, wish('desk-1', { stamp }));
  expect(await waits()).toBeUndefined();
  head.version = 2;
  expect(await waits()).toBeUndefined();
  watching.changed('studio');
  expect(await waits()).toBeUndefined();
  scheduler.advance(60);
  expect(await waits()).toMatchObject({ version: 2, epoch: 'first', stamp, others: [] });
});

/** Two desks that wait, both at the newest version. */
async function twoThatWait() {
  const world = studio();
  const { ask, wish, stampOf } = world;
  await stampOf(ask(anna, wish('desk-1')));
  const stamp = await stampOf(ask(anna, wish('desk-2')));
  const wait = () => ['desk-1', 'desk-2'].map((desk) => ask(anna, wish(desk, { stamp })));
  return { ...world, stamp, wait };
}

test('what has changed is read once and told to all that wait', async () => {
  const { change, wait, scheduler, readings, ask, wish, stamp } = await twoThatWait();
  const waits = wait();
  change('p1', 'p2');
  change('p3');
  for (const answer of waits) await answer();
  scheduler.advance(60);
  const page = {
    epoch: 'first',
    version: 3,
    safeVersion: 0,
    role: 'prepare',
    lastSeq: 7,
    results: [],
    rows: ['p1', 'p2', 'p3'].map((id) => ['people', id, id]),
    next: null,
  };
  for (const answer of waits) expect(await answer()).toMatchObject({ version: 3, role: 'prepare', page });
  expect(readings.count).toBe(1);
  // Who knows the first change gets the other one.
  const behind = await ask(anna, wish('desk-1', { stamp, version: 2 }))();
  expect(behind).toMatchObject({ version: 3, page: { rows: [['people', 'p3', 'p3']] } });
  expect(readings.count).toBe(1);
});

test('who lacks more than is kept, another past or access is told no rows', async () => {
  const { change, wait, scheduler, desks, head, ask, wish, stamp } = await twoThatWait();
  const waits = wait();
  desks.delete('desk-2');
  for (const answer of waits) await answer();
  change('p1');
  scheduler.advance(60);
  expect(await waits[0]?.()).toMatchObject({ version: 2, page: { rows: [['people', 'p1', 'p1']] } });
  expect(await waits[1]?.()).toMatchObject({ version: 2, page: null });
  expect(await ask(anna, wish('desk-1', { stamp, version: 0 }))()).toMatchObject({ version: 2, page: null });

  const [next] = [ask(anna, wish('desk-1', { stamp, version: 2 }))];
  await next();
  change(...Array.from({ length: 100 }, (_, at) => `p${at}`));
  scheduler.advance(60);
  expect(await next()).toMatchObject({ version: 3, page: null });

  const last = ask(anna, wish('desk-1', { stamp, version: 3 }));
  await last();
  head.epoch = 'second';
  change('p9');
  scheduler.advance(60);
  expect(await last()).toMatchObject({ version: 4, epoch: 'second', page: null });
});

test('of many small changes the oldest go', async () => {
  const { change, scheduler, ask, wish, stamp } = await twoThatWait();
  for (let version = 2; version < 12; version += 1) {
    const waits = ask(anna, wish('desk-1', { stamp, version: version - 1 }));
    await waits();
    change(...Array.from({ length: 20 }, (_, at) => `p${version}-${at}`));
    scheduler.advance(60);
    expect(await waits()).toMatchObject({ version, page: { version } });
  }
  const rowsAfter = async (version: number) => {
    const said = await ask(anna, wish('desk-1', { stamp, version }))();
    return (said as { page: { rows: unknown[] } | null }).page?.rows.length;
  };
  expect(await rowsAfter(6)).toBe(100);
  expect(await rowsAfter(5)).toBe(undefined);
});

test('a change while the one before is being read is told too', async () => {
  const { change, scheduler, ask, wish, stamp } = await twoThatWait();
  const waits = ask(anna, wish('desk-1', { stamp }));
  await waits();
  change('p1');
  scheduler.advance(60);
  change('p2');
  expect(await waits()).toMatchObject({ version: 2 });
  const next = ask(anna, wish('desk-1', { stamp, version: 2 }));
  expect(await next()).toMatchObject({ version: 3, page: null });
  // The second reading wakes once more who has seen the change already.
  const then = ask(anna, wish('desk-1', { stamp, version: 3 }));
  await then();
  scheduler.advance(60);
  expect(await then()).toMatchObject({ version: 3, page: null });
  const last = ask(anna, wish('desk-1', { stamp, version: 3 }));
  await last();
  change('p3');
  scheduler.advance(60);
  expect(await last()).toMatchObject({ version: 4, page: { rows: [['people', 'p3', 'p3']] } });
});

test('of a studio that nobody waits for nothing is read, and nothing stays', async () => {
  const { change, scheduler, readings, ask, wish, stamp } = await twoThatWait();
  const waits = ask(anna, wish('desk-1', { stamp }));
  await waits();
  change('p1');
  scheduler.advance(60);
  await waits();
  expect(readings.count).toBe(1);
  change('p2');
  scheduler.advance(60);
  expect(readings.count).toBe(1);
  // The row that was kept went with it: the desk asks by a pull.
  expect(await ask(anna, wish('desk-1', { stamp, version: 1 }))()).toMatchObject({ version: 3, page: null });
});

test('if the newest rows cannot be read, each desk asks for itself', async () => {
  const { change, wait, scheduler, readings } = await twoThatWait();
  const waits = wait();
  for (const answer of waits) await answer();
  readings.fail = true;
  change('p1');
  scheduler.advance(60);
  for (const answer of waits) expect(await answer()).toMatchObject({ version: 2, page: null });
});

test('news that nobody told are seen after a while; another past too', async () => {
  const { scheduler, head, wish, ask, stampOf } = studio();
  const stamp = await stampOf(ask(maria, wish('desk-1')));
  const waits = ask(maria, wish('desk-1', { stamp }));
  expect(await waits()).toBeUndefined();
  head.epoch = 'second';
  scheduler.advance(newsWaitMs);
  expect(await waits()).toMatchObject({ version: 1, epoch: 'second' });
});

test('who comes, moves or is shut out is seen at once, and who is silent after a while', async () => {
  const { watching, scheduler, heard, wish, ask, stampOf } = studio();
  let stamp = await stampOf(ask(maria, wish('desk-1')));
  let waits = ask(maria, wish('desk-1', { stamp }));
  const place = { screen: 'service', id: 'fe-1' };
  void ask(anna, wish('desk-2'))();
  const seen = (where: unknown) => ({ others: [{ ...anna, place: where }] });
  expect(await waits()).toMatchObject(seen(null));

  stamp = await stampOf(waits);
  waits = ask(maria, wish('desk-1', { stamp }));
  expect(await waits()).toBeUndefined();
  watching.here('studio', anna, { client: 'desk-2', place });
  expect(await waits()).toMatchObject(seen(place));

  stamp = await stampOf(waits);
  waits = ask(maria, wish('desk-1', { stamp }));
  watching.membersChanged('studio', { kind: 'end', account: 'anna' });
  expect(await waits()).toMatchObject({ others: [] });

  stamp = await stampOf(waits);
  waits = ask(maria, wish('desk-1', { stamp }));
  void ask(anna, wish('desk-2', { place }))();
  stamp = await stampOf(waits);
  for (let round = 0; round < 3; round += 1) {
    waits = ask(maria, wish('desk-1', { stamp }));
    await waits();
    scheduler.advance(newsWaitMs);
    stamp = await stampOf(waits);
  }
  expect(await waits()).toMatchObject({ others: [] });
  expect(heard).toEqual(['desk-1', 'desk-2', 'desk-2']);
});

test('a desk that moves about is noted too: what tells its place counts for nothing', async () => {
  const { watching, scheduler, heard, wish, ask } = studio();
  for (let round = 0; round < 3; round += 1) {
    watching.here('studio', maria, { client: 'desk-1', place: { screen: `s${round}`, id: null } });
    await ask(maria, wish('desk-1', { stamp: 'older' }))();
    expect(heard).toHaveLength(round + 1);
    scheduler.advance(10 * 60_000 + 1);
  }
});

test('a question that is answered leaves no timer behind', async () => {
  const { watching, scheduler, head, wish, ask, stampOf } = studio();
  const stamp = await stampOf(ask(maria, wish('desk-1')));
  const waits = ask(maria, wish('desk-1', { stamp }));
  await waits();
  expect(scheduler.waiting()).toHaveLength(1);
  head.version = 2;
  watching.changed('studio');
  watching.changed('studio');
  expect(scheduler.waiting()).toHaveLength(2);
  scheduler.advance(60);
  await waits();
  expect(scheduler.waiting()).toEqual([]);
});
