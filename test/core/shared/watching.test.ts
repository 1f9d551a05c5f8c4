// Desks that wait for news of a studio, and who is there.
import { expect, test } from 'vitest';
import { createWatching, newsWaitMs, type NewsWish } from '../../../core/shared/server/watching.ts';
import type { Member } from '../../../core/shared/studio-database.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { manualScheduler } from '../../support/manual-scheduler.ts';

const maria: Member = { account: 'maria', name: 'Maria Bassi', role: 'administer' };
const anna: Member = { account: 'anna', name: 'Anna Ferri', role: 'prepare' };

function studio() {
  const clock = fakeClock();
  const scheduler = manualScheduler(clock);
  const heard: string[] = [];
  const head = { version: 1, epoch: 'first', safeVersion: 0 };
  let stamps = 0;
  const watching = createWatching({
    database: {
      head: async () => ({ ...head }),
      heard: async (_studio, client) => void heard.push(client),
    },
    clock,
    scheduler,
    ids: { next: () => `stamp-${(stamps += 1)}` },
  });
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
    void watching.news('studio', member, of).then((news) => {
      said = news;
    });
    return async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return said;
    };
  }
  const stampOf = async (answer: () => Promise<unknown>) => ((await answer()) as { stamp: string }).stamp;
  return { watching, scheduler, heard, head, wish, ask, stampOf };
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
  expect(await waits()).toEqual({ version: 2, epoch: 'first', stamp, role: 'administer', others: [] });
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

test('a question that is answered leaves no timer behind', async () => {
  const { watching, scheduler, wish, ask, stampOf } = studio();
  const stamp = await stampOf(ask(maria, wish('desk-1')));
  const waits = ask(maria, wish('desk-1', { stamp }));
  await waits();
  expect(scheduler.waiting()).toHaveLength(1);
  watching.changed('studio');
  watching.changed('studio');
  expect(scheduler.waiting()).toHaveLength(2);
  scheduler.advance(60);
  await waits();
  expect(scheduler.waiting()).toEqual([]);
});
