// Kills the process before and after every durable step of the whole job. Then the job continues.
import { expect, test } from 'vitest';
import type { HttpRequest } from '../../../core/ports.ts';
import {
  finishJob,
  ownBoard,
  ownCart,
  ownOrders,
  ownService,
  placeFromCart,
  vendorOrders,
} from '../../support/main-job.ts';
import { newMachine, startHost, type Machine } from '../../support/test-host.ts';
import type { CrashPoint } from '../../support/crashing-disk.ts';

async function jobUntilCrash(machine: Machine, crash?: CrashPoint): Promise<number> {
  let steps = 0;
  try {
    const desk = await startHost({ machine, ...(crash === undefined ? {} : { crash }) });
    try {
      await finishJob(desk);
      await desk.host.close();
    } finally {
      steps = desk.session.steps();
    }
  } catch (problem) {
    if (crash === undefined) throw problem;
  }
  return steps;
}

async function checkAfter(crash: CrashPoint): Promise<void> {
  const machine = newMachine();
  await jobUntilCrash(machine, crash);
  const where = `killed ${crash.when} step ${crash.step}`;
  const desk = await startHost({ machine });
  await finishJob(desk);
  const [theirs, ...more] = await vendorOrders(desk);
  expect(more, where).toEqual([]);
  const [ours, ...others] = ownOrders(desk);
  expect([others, desk.state().workspace.placements.size, desk.state().workspace.outbox.size], where).toEqual(
    [[], 1, 0],
  );
  expect([theirs?.quote, theirs?.state], where).toEqual([ours?.placement?.quote, 'active']);
  const board = ownBoard(desk);
  expect(
    [board.bought, board.held, board.free, board.waiting, desk.state().workspace.people.size],
    where,
  ).toEqual([5, 5, 0, [], 34]);
  const usernames = [...desk.state().workspace.seats.values()]
    .filter(({ serviceId }) => serviceId === ownService)
    .map(({ username }) => username);
  expect(usernames.toSorted(), where).toEqual([
    'aferri01',
    'dfontana01',
    'gsanna01',
    'mdeluca01',
    'pgreco01',
  ]);
  expect([desk.mirror.complaints, desk.mirror.difference()], where).toEqual([[], '']);
}

test(
  'killed at any durable step of the job, and taken up again: one order, the same money on both sides, each seat once',
  { timeout: 60_000 },
  async () => {
    const steps = await jobUntilCrash(newMachine());
    expect(steps).toBeGreaterThan(20);
    for (let step = 1; step <= steps; step += 1)
      for (const when of ['before', 'after'] as const) await checkAfter({ step, when });
  },
);

test('killed again and again: every start ends one step later', { timeout: 60_000 }, async () => {
  const machine = newMachine();
  for (let start = 0; start < 12; start += 1)
    await jobUntilCrash(machine, { step: 2 + (start % 5), when: start % 2 === 0 ? 'before' : 'after' });
  const desk = await startHost({ machine });
  await finishJob(desk);
  expect([(await vendorOrders(desk)).length, ownOrders(desk).length, ownBoard(desk).waiting]).toEqual([
    1,
    1,
    [],
  ]);
});

test('the law can fail: with a new key at each try the killed order is there twice', async () => {
  const machine = newMachine();
  let tries = 0;
  const newKeyEachTime = (request: HttpRequest): HttpRequest => {
    if (request.headers['idempotency-key'] === undefined) return request;
    tries += 1;
    return {
      ...request,
      headers: {
        ...request.headers,
        'idempotency-key': `01930000-0000-7000-9000-${String(tries).padStart(12, '0')}`,
      },
    };
  };
  const desk = await startHost({ machine, bend: newKeyEachTime });
  await desk.signIn();
  // The first order is paid by card and has no extension, so that it ends at once and changes no figures.
  // Otherwise the vendor itself would refuse the second order.
  desk.do({ type: 'cart/open', serviceId: ownService });
  desk.do({ type: 'cart/extension', cartId: ownCart, on: false });
  placeFromCart(desk, 'card');
  await desk.rest();
  const again = await startHost({ machine, bend: newKeyEachTime });
  await again.signIn();
  expect((await vendorOrders(again)).length).toBeGreaterThan(1);
});
