// Orders on their way: signed out, offline, lost answers, refusals. Sentences 2 and 3 of design.md.
import { describe, expect, test } from 'vitest';
import {
  finishJob,
  ownBoard,
  ownCart,
  ownOrders,
  ownService,
  placeOrder,
  vendorOrders,
  waitingPeople,
} from '../../support/main-job.ts';
import { newMachine, startHost, type TestHost } from '../../support/test-host.ts';

const [standing, entry] = [
  (desk: TestHost) => ownOrders(desk)[0]?.standing,
  (desk: TestHost) => ownOrders(desk)[0]?.entry,
];
const keysSent = (desk: TestHost) =>
  desk.requests
    .filter(({ path }) => path === '/api/v2/orders')
    .map(({ headers }) => headers['idempotency-key']);

describe('an order waits until it can be sent', () => {
  test('signed out: queued and shown; sent after the sign-in, once', async () => {
    const desk = await startHost();
    placeOrder(desk);
    await desk.rest();
    expect([standing(desk), entry(desk)?.lastAnswer, desk.host.snapshot().sync]).toMatchObject([
      'queued',
      'sign-in-needed',
      { link: 'signed-out', pending: 1 },
    ]);
    await desk.pass(600_000);
    expect(await vendorOrders(desk)).toHaveLength(0);
    await desk.signIn();
    expect([standing(desk), (await vendorOrders(desk)).length, desk.mirror.complaints]).toEqual([
      'awaiting-payment',
      1,
      [],
    ]);
  });

  test('the session ended meanwhile: it asks again and loses nothing', async () => {
    const desk = await startHost();
    await desk.signIn();
    await desk.act({ action: 'expire-tokens' });
    placeOrder(desk);
    await desk.rest();
    expect([standing(desk), desk.host.snapshot().sync.link]).toEqual(['queued', 'signed-out']);
    await desk.signIn();
    expect(standing(desk)).toBe('awaiting-payment');
  });

  test('offline: queued, tried again by itself with growing pauses, sent when the network is back', async () => {
    const desk = await startHost();
    await desk.signIn();
    await desk.fault({ kind: 'offline' });
    placeOrder(desk);
    await desk.rest();
    expect([standing(desk), desk.host.snapshot().sync.link]).toEqual(['queued', 'offline']);
    await desk.pass(120_000);
    expect([standing(desk), keysSent(desk).length > 4, new Set(keysSent(desk)).size]).toEqual([
      'queued',
      true,
      1,
    ]);
    await desk.fault({ kind: 'none' });
    await desk.pass(60_000);
    expect([
      standing(desk),
      (await vendorOrders(desk)).length,
      desk.host.snapshot().sync.link,
      desk.mirror.complaints,
    ]).toEqual(['awaiting-payment', 1, 'synced', []]);
  });

  test('a page instead of an answer, and too many requests: nothing is lost, nothing doubled', async () => {
    for (const kind of ['html', 'too-many-requests'] as const) {
      const desk = await startHost();
      await desk.signIn();
      await desk.fault({ kind, times: 2 });
      placeOrder(desk);
      await desk.rest();
      expect(standing(desk)).toBe(kind === 'html' ? 'outcome-unknown' : 'queued');
      await desk.pass(200_000);
      expect([standing(desk), (await vendorOrders(desk)).length, new Set(keysSent(desk)).size]).toEqual([
        'awaiting-payment',
        1,
        1,
      ]);
    }
  });

  test('queued and taken back: the cart is as it was, and nothing is ever sent', async () => {
    const desk = await startHost();
    desk.do({ type: 'cart/open', serviceId: ownService });
    const cart = desk.state().workspace.carts.get(ownCart);
    placeOrder(desk);
    await desk.rest();
    const key = entry(desk)?.id;
    if (key === undefined) throw new Error('It waits');
    desk.do({ type: 'order/withdraw', key });
    expect(desk.state().workspace.carts.get(ownCart)).toEqual(cart);
    await desk.signIn();
    expect([await vendorOrders(desk), desk.state().workspace.placements.size]).toEqual([[], 0]);
  });
});

describe('an answer that gets lost', () => {
  test('a lost reply replayed as a duplicate: outcome unknown, then exactly one order', async () => {
    const desk = await startHost();
    await desk.signIn();
    await desk.fault({ kind: 'lost-reply', times: 1, path: '/api/v2/orders' });
    await desk.fault({ kind: 'lost-reply', times: 2, path: '/api/v2' });
    placeOrder(desk);
    await desk.rest();
    expect([standing(desk), (await vendorOrders(desk)).length, desk.host.snapshot().sync.link]).toEqual([
      'outcome-unknown',
      1,
      'attention',
    ]);
    const key = entry(desk)?.id;
    if (key === undefined) throw new Error('It waits');
    expect(desk.host.submit({ type: 'order/withdraw', key })).toMatchObject({
      ok: false,
      error: { reason: 'outcome-not-known' },
    });
    await desk.pass(60_000);
    expect([standing(desk), (await vendorOrders(desk)).length, desk.state().workspace.outbox.size]).toEqual([
      'awaiting-payment',
      1,
      0,
    ]);
  });

  test('a new idempotency key at each retry: every try carries the first one, across restarts too', async () => {
    const machine = newMachine();
    const keys: (string | undefined)[] = [];
    for (let start = 0; start < 3; start += 1) {
      const desk = await startHost({ machine });
      await desk.signIn();
      await desk.fault({ kind: 'lost-reply', path: '/api/v2/' });
      if (start === 0) placeOrder(desk);
      await desk.rest();
      await desk.pass(20_000);
      keys.push(...keysSent(desk));
    }
    expect([keys.length > 3, new Set(keys).size]).toEqual([true, 1]);
    const desk = await startHost({ machine });
    await finishJob(desk);
    expect(await vendorOrders(desk)).toHaveLength(1);
  });

  test('received, but the pull fails and then the network goes: it cannot be taken back and ordered again', async () => {
    const desk = await startHost();
    await desk.signIn();
    await desk.fault({ kind: 'html', path: '/api/v2/changes' });
    placeOrder(desk);
    await desk.rest();
    await desk.fault({ kind: 'offline' });
    await desk.pass(30_000);
    expect((await vendorOrders(desk)).length).toBe(1);
    const key = entry(desk)?.id;
    if (key === undefined) throw new Error('It waits');
    expect(desk.host.submit({ type: 'order/withdraw', key })).toMatchObject({
      ok: false,
      error: { reason: 'outcome-not-known' },
    });
  });

  test('answers get lost at random: one order, whatever happens', async () => {
    for (const path of ['/', '/auth', '/api/v2/orders', '/api/v2/changes']) {
      for (const kind of ['lost-reply', 'html', 'offline'] as const) {
        const desk = await startHost();
        await desk.signIn();
        await desk.fault({ kind, path, times: 3 });
        placeOrder(desk);
        await desk.rest();
        await desk.pass(300_000);
        await desk.fault({ kind: 'none' });
        await finishJob(desk);
        expect(
          [(await vendorOrders(desk)).length, ownBoard(desk).waiting, desk.mirror.complaints],
          `${kind} at ${path}`,
        ).toEqual([1, [], []]);
      }
    }
  });
});

describe('a refusal of the vendor', () => {
  async function refusedOrder(): Promise<TestHost> {
    const desk = await startHost();
    await desk.signIn();
    desk.do({
      type: 'firm/settings',
      rule: 'actual-days',
      offPolicy: 'own-year',
      language: 'it',
      theme: 'system',
    });
    placeOrder(desk);
    await desk.rest();
    return desk;
  }

  test('other figures by another rule: parked and shown with the vendor’s own, nothing bought', async () => {
    const desk = await refusedOrder();
    expect([
      standing(desk),
      entry(desk)?.refusal?.errorCode,
      entry(desk)?.refusal?.vendorQuote?.gross,
      ownOrders(desk)[0]?.quote.gross,
    ]).toEqual(['refused', '0201', 7099, 6638]);
    expect([
      (await vendorOrders(desk)).length,
      desk.host.snapshot().sync.link,
      ownBoard(desk).missing,
    ]).toEqual([0, 'attention', waitingPeople]);
    await desk.pass(60_000);
    expect([standing(desk), keysSent(desk).length]).toEqual(['refused', 1]);
  });

  test('taken back, the cart returns; with the right rule it is ordered under a new key', async () => {
    const desk = await refusedOrder();
    const key = entry(desk)?.id;
    if (key === undefined) throw new Error('It is parked');
    desk.do({ type: 'order/withdraw', key });
    expect(desk.state().workspace.carts.get(ownCart)).toMatchObject({
      quantity: 2,
      personIds: waitingPeople,
    });
    desk.do({
      type: 'firm/settings',
      rule: 'started-month',
      offPolicy: 'own-year',
      language: 'it',
      theme: 'system',
    });
    placeOrder(desk);
    await desk.rest();
    expect([standing(desk), new Set(keysSent(desk)).size, (await vendorOrders(desk)).length]).toEqual([
      'awaiting-payment',
      2,
      1,
    ]);
  });

  test('a parked refusal outlives a restart', async () => {
    const desk = await refusedOrder();
    const again = await startHost({ machine: desk.kill() });
    expect([standing(again), entry(again)?.refusal?.vendorQuote?.gross]).toEqual(['refused', 7099]);
  });
});

test('a free-seat count that drifts (snipe-it 9012): at every event of the whole job it equals bought less held', async () => {
  const desk = await startHost();
  const drifts: string[] = [];
  let checked = 0;
  desk.host.onChanged(() => {
    const { held, free, bought, others } = ownBoard(desk);
    const seats = [...desk.state().workspace.seats.values()].filter(
      ({ serviceId }) => serviceId === ownService,
    ).length;
    if (held !== seats + others.length || free !== Math.max(0, bought - held))
      drifts.push(`${bought} ${held} ${free}`);
    checked += 1;
  });
  await finishJob(desk);
  expect(drifts).toEqual([]);
  expect(checked).toBeGreaterThan(10);
});
