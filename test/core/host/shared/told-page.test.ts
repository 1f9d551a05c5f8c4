// What comes with a news: it is taken without a further question if it follows on what this desk has.
import { expect, test } from 'vitest';
import type { SharedStudio } from '../../../../core/desk/rows/shared-rows.ts';
import { emptyReplica, emptyWorkspace } from '../../../../core/desk/rows/tables.ts';
import { createSharedExchange } from '../../../../core/host/shared/shared-exchange.ts';
import type { HttpRequest } from '../../../../core/ports.ts';
import { news, page } from '../../../support/shared-answers.ts';
import { quietLog } from '../../../support/counting-ids.ts';
import { day } from '../../../support/samples.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { manualScheduler } from '../../../support/manual-scheduler.ts';
import { memorySecrets } from '../../../support/scripted-vendor.ts';

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

/** A desk at version 5 that has heard of its 3 commands, after its first exchange. */
async function desk() {
  const clock = fakeClock();
  let studio: SharedStudio = {
    id: 'studio',
    address: 'https://server:8741',
    fingerprint: null,
    studio: 'studio-1',
    client: '01930000-0000-7000-8000-000000000001',
    account: 'maria',
    name: 'Maria Bassi',
    role: 'administer',
    epoch: 'first',
    version: 5,
    heard: 3,
    lastSeq: 3,
  };
  const taken: number[] = [];
  const asked: string[] = [];
  const disk = { full: false };
  let tell: (body: object) => void = () => undefined;
  const fetch = async ({ path }: HttpRequest) => {
    const call = /studio-1\/(\w+)/.exec(path)?.[1] ?? '';
    asked.push(call);
    const body =
      call === 'news'
        ? await new Promise<object>((resolve) => {
            tell = resolve;
          })
        : page({ version: studio.version });
    return { kind: 'answer' as const, status: 200, headers: {}, body: JSON.stringify(body) };
  };
  const exchange = createSharedExchange({
    fetch,
    secrets: memorySecrets(),
    clock,
    scheduler: manualScheduler(clock),
    rng: { next: () => 0.5 },
    ids: { next: () => 'other' },
    log: quietLog,
    confirmed: emptyWorkspace(),
    studio: () => studio,
    state: () => ({ workspace: emptyWorkspace(), replica: emptyReplica(), today: day('2026-11-28') }),
    take(pages) {
      if (disk.full) throw new Error('ENOSPC');
      ({ studio } = pages);
      taken.push(pages.studio.version);
    },
    keep: () => undefined,
    changed: () => undefined,
  });
  await exchange.wake();
  await turns();
  asked.splice(0);
  return { exchange, taken, asked, disk, tell: (body: object) => tell(body) };
}

test('what came with a news is taken, and nothing is asked for it', async () => {
  const { tell, taken, asked } = await desk();
  tell(news({ version: 6, page: page({ version: 6 }) }));
  await turns();
  expect(taken).toEqual([6]);
  expect(asked).toEqual(['news']);
});

test.for([
  ['it has no rows', news({ version: 6, page: null })],
  ['the desk has results to hear of', news({ version: 6, page: page({ version: 6, lastSeq: 4 }) })],
  ['it is of another past', news({ version: 6, page: page({ version: 6, epoch: 'second' }) })],
  [
    'it has a row that no table holds',
    news({ version: 6, page: page({ version: 6, rows: [['nothing', 'x', {}]] }) }),
  ],
] as const)('a news is followed by a pull if %s', async ([, said]) => {
  const { tell, taken, asked } = await desk();
  tell(said);
  await turns();
  expect(asked[0]).toBe('pull');
  expect(taken).toEqual([]);
});

test('a news that is older than what is here changes nothing', async () => {
  const { tell, taken, asked } = await desk();
  tell(news({ version: 4, page: page({ version: 4 }) }));
  await turns();
  expect(taken).toEqual([]);
  expect(asked).toContain('pull');
});

test('a disk that refuses what came with a news is told', async () => {
  const { exchange, tell, taken, disk, asked } = await desk();
  disk.full = true;
  tell(news({ version: 6, page: page({ version: 6 }) }));
  await turns();
  expect(taken).toEqual([]);
  expect(asked).toContain('pull');
  expect(exchange.status().link).toBe('synced');
});
