// A desk of a shared sample: it signs in at the vendor through its server, for the whole studio, and shows
// what the server last knew of the vendor.
import { expect, test } from 'vitest';
import type { SharedRole, SharedStudio } from '../../../../core/desk/rows/shared-rows.ts';
import { emptyReplica, emptyWorkspace } from '../../../../core/desk/rows/tables.ts';
import type { VendorMark } from '../../../../core/desk/rows/vendor-rows.ts';
import { vendorCalls } from '../../../../core/host/server/vendor-calls.ts';
import { createSharedExchange, sharedToken } from '../../../../core/host/shared/shared-exchange.ts';
import type { Fetch } from '../../../../core/ports.ts';
import { createAnswering } from '../../../../core/shared/server/answer.ts';
import { createWatching } from '../../../../core/shared/server/watching.ts';
import { namedId, systemDigest, systemScheduler } from '../../../../electron/adapters/system.ts';
import { embeddedBackend } from '../../../../electron/simulator/embedded.ts';
import { simulatorCalls } from '../../../../electron/simulator-calls.ts';
import { addDays } from '../../../../core/kernel/day.ts';
import { sampleAccount } from '../../../../electron/simulator/sample/sample.ts';
import type { SimulatorDocument } from '../../../../electron/simulator/state/state.ts';
import { memoryDisk } from '../../../support/crashing-disk.ts';
import { countingIds, quietLog } from '../../../support/counting-ids.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { manualScheduler } from '../../../support/manual-scheduler.ts';
import { memoryStudio } from '../../../support/memory-studio.ts';
import { memoryVendor } from '../../../support/memory-vendor.ts';
import { noSignIn } from '../../../support/no-sign-in.ts';
import { day } from '../../../support/samples.ts';
import { memorySecrets } from '../../../support/scripted-vendor.ts';

const client = '01930000-0000-7000-8000-000000000001';
const token = 'token'.padEnd(64, 'x');

/** A desk of a member, and a server whose studio has a vendor or none. */
async function desk(role: SharedRole, hasVendor = true) {
  const clock = fakeClock();
  const session = memoryDisk().start();
  const { fetch: vendor } = embeddedBackend({
    store: session.store<SimulatorDocument>('simulator'),
    lines: session.lines('simulator'),
    clock,
    scheduler: systemScheduler,
    ids: countingIds(5000),
    log: quietLog,
    limits: 'off',
  });
  const member = { account: 'maria', name: 'Maria Bassi', role };
  const database = memoryStudio(
    { rows: new Map(), invited: new Map([[systemDigest('code'), member]]) },
    { pause: async () => undefined },
  );
  await database.pair('studio', {
    codeHash: systemDigest('code'),
    client,
    tokenHash: systemDigest(token),
    computer: '',
    now: clock.now(),
  });
  const woken: string[] = [];
  const scheduler = manualScheduler(clock);
  const answer = createAnswering({
    database,
    clock,
    ids: { named: namedId },
    digest: systemDigest,
    log: quietLog,
    signIn: noSignIn,
    watching: createWatching({ database, clock, scheduler, ids: countingIds(6000), log: quietLog }),
    vendor: vendorCalls({
      database: memoryVendor(database, { now: () => clock.now(), committed: () => undefined }),
      studios: async () => (hasVendor ? [{ studio: 'studio', address: null }] : []),
      vendorOf: () => vendor,
      wake: async (studio) => void woken.push(studio),
      clock,
    }),
  });
  let reached = true;
  const fetch: Fetch = async (request) => {
    if (!reached) return { kind: 'unreachable' };
    const { status, body } = await answer(request);
    return { kind: 'answer', status, headers: {}, body: JSON.stringify(body) };
  };
  const confirmed = emptyWorkspace();
  const secrets = memorySecrets();
  secrets.write(sharedToken, token);
  const exchange = createSharedExchange({
    fetch,
    secrets,
    clock,
    scheduler,
    rng: { next: () => 0.5 },
    ids: { next: () => 'other' },
    log: quietLog,
    confirmed,
    studio: () => ({ studio: 'studio', client, role, epoch: 'first', version: 1 }) as SharedStudio,
    state: () => ({ workspace: confirmed, replica: emptyReplica(), today: day('2026-11-28') }),
    take: () => undefined,
    keep: () => undefined,
    changed: () => undefined,
  });
  return {
    exchange,
    confirmed,
    woken,
    kept: () => database.content().link.token,
    cut: () => {
      reached = false;
    },
  };
}

const { username, password } = sampleAccount;

test('who may order signs in for the whole studio, and out; the server keeps no password', async () => {
  const { exchange, kept } = await desk('order');
  expect(await exchange.signIn(username, 'sbagliata')).toEqual({
    ok: false,
    error: { reason: 'wrong-credentials' },
  });
  expect(kept()).toBeNull();
  expect(await exchange.signIn(username, password)).toEqual({ ok: true, value: null });
  expect(kept()).toContain('refresh');
  expect(kept()).not.toContain(password);
  exchange.signOut();
  for (let wait = 0; wait < 50; wait += 1) await Promise.resolve();
  expect(kept()).toBeNull();
});

test('who may only prepare does not sign in; a studio of one’s own has no vendor; without the server nobody knows', async () => {
  const prepares = await desk('prepare');
  expect((await prepares.exchange.signIn(username, password)).ok).toBe(false);
  expect(prepares.kept()).toBeNull();
  const own = await desk('administer', false);
  expect(await own.exchange.signIn(username, password)).toEqual({
    ok: false,
    error: { reason: 'unreachable' },
  });
  const away = await desk('order');
  away.cut();
  expect(await away.exchange.signIn(username, password)).toEqual({
    ok: false,
    error: { reason: 'no-answer' },
  });
  expect(away.kept()).toBeNull();
});

test('the other side of the counter is reached through the server, which exchanges after an action', async () => {
  const { exchange, woken } = await desk('order');
  const calls = simulatorCalls(exchange.simulator);
  const before = await calls.state();
  expect(before).toMatchObject({ ok: true, value: { account: username, password } });
  expect(woken).toEqual([]);
  const after = await calls.act({ action: 'move-day', days: 3 });
  expect(woken).toEqual(['studio']);
  if (!before.ok || !after.ok) throw new Error('No answer');
  expect(after.value.day).toBe(addDays(before.value.day, 3));
  expect((await simulatorCalls((await desk('prepare')).exchange.simulator).state()).ok).toBe(false);
  expect((await simulatorCalls((await desk('order', false)).exchange.simulator).state()).ok).toBe(false);
});

test('whoever asks for it sees what the vendor has now, also without a right to order; without a vendor nobody is asked', async () => {
  const { exchange, confirmed, woken } = await desk('read');
  await exchange.now();
  expect(woken).toEqual([]);
  confirmed.vendorMarks.set('vendor', { ...mark, link: 'online' });
  await exchange.now();
  expect(woken).toEqual(['studio']);
  // What only the desk and its server exchange does not trouble the vendor.
  await exchange.wake();
  expect(woken).toEqual(['studio']);
});

const mark: VendorMark = {
  id: 'vendor',
  epoch: 'first',
  cursor: 4,
  dayOffset: 0,
  lastSync: 1000,
  link: 'online',
};

test('the badge says what the server last knew of the vendor, and nothing where there is none', async () => {
  const { exchange, confirmed } = await desk('order');
  expect(exchange.status().vendor).toBeUndefined();
  const shows = (link: VendorMark['link']) => {
    confirmed.vendorMarks.set('vendor', { ...mark, link });
    return exchange.status().vendor;
  };
  expect(shows('online')).toMatchObject({ link: 'synced', lastSync: 1000, pending: 0 });
  expect(shows('sign-in-needed')).toMatchObject({ link: 'signed-out' });
  expect(shows('offline')).toMatchObject({ link: 'offline', lastSync: 1000 });
  // The link to the server is another thing.
  expect(exchange.status().link).toBe('connecting');
});
