// The exchange with the vendor at the server of a shared studio, on the database in memory and the simulated
// vendor.
import { setImmediate } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { decide } from '../../../../core/desk/decide.ts';
import { cartFigures } from '../../../../core/desk/cart/cart-figures.ts';
import type { AppState, WorkspaceChange } from '../../../../core/desk/rows/state.ts';
import { createStudioExchange } from '../../../../core/host/server/studio-exchange.ts';
import { signInAtVendor } from '../../../../core/host/server/vendor-calls.ts';
import { romeDay } from '../../../../core/kernel/day.ts';
import type { Fetch, HttpRequest } from '../../../../core/ports.ts';
import type { Hold } from '../../../../core/shared/server/lease.ts';
import { stateAt } from '../../../../core/shared/server/studio-state.ts';
import type { StoredRow } from '../../../../core/shared/studio-database.ts';
import { simulatorStateSchema } from '../../../../core/aruba/protocol.ts';
import { sampleStudio } from '../../../../electron/sample/sample-studio.ts';
import { namedId, systemScheduler } from '../../../../electron/adapters/system.ts';
import { embeddedBackend } from '../../../../electron/simulator/embedded.ts';
import { sampleAccount } from '../../../../electron/simulator/sample/sample.ts';
import type { SimulatorDocument } from '../../../../electron/simulator/state/state.ts';
import { payer } from '../../../electron/simulator/counter.ts';
import { memoryDisk } from '../../../support/crashing-disk.ts';
import { countingIds, quietLog } from '../../../support/counting-ids.ts';
import { manualScheduler } from '../../../support/manual-scheduler.ts';
import { memoryStudio, type MemoryStudio } from '../../../support/memory-studio.ts';
import { memoryVendor } from '../../../support/memory-vendor.ts';
import { newMachine } from '../../../support/test-host.ts';
import { ownCart, ownService } from '../../../support/main-job.ts';

const studio = 'studio';
let machine: ReturnType<typeof newMachine>;
let database: MemoryStudio;
let backend: { readonly fetch: Fetch };
let requests: HttpRequest[];

const asRows = (changes: readonly WorkspaceChange[], version: number): Map<string, StoredRow> =>
  new Map(changes.map(({ table, id, value }) => [`${table} ${id}`, { table, id, version, value }] as const));

beforeEach(() => {
  machine = newMachine();
  const session = memoryDisk().start();
  backend = embeddedBackend({
    store: session.store<SimulatorDocument>('simulator'),
    lines: session.lines('simulator'),
    clock: machine.clock,
    scheduler: systemScheduler,
    ids: countingIds(5000),
    log: quietLog,
    limits: 'off',
  });
  database = memoryStudio(
    { rows: asRows(sampleStudio(romeDay(machine.clock.now())), 1), invited: new Map() },
    { pause: async () => undefined },
  );
  requests = [];
});

const vendor = () => memoryVendor(database, { now: () => machine.clock.now(), committed: () => undefined });

const signIn = () =>
  signInAtVendor(vendor(), studio, { fetch: backend.fetch, clock: machine.clock }, sampleAccount);

async function take(holder: string): Promise<Hold> {
  const hold = await vendor().take(studio, holder);
  if (hold === undefined) throw new Error('It was not free');
  return hold;
}

/** A process with the lease. `reach`: what happens to its requests. */
function exchangeOf(hold: Hold, reach: (request: HttpRequest) => ReturnType<Fetch> = backend.fetch) {
  const scheduler = manualScheduler(machine.clock);
  return {
    scheduler,
    ...createStudioExchange({
      database: vendor(),
      studio,
      hold,
      vendor: (request) => {
        requests.push(request);
        return reach(request);
      },
      clock: machine.clock,
      scheduler,
      rng: { next: () => 0 },
      ids: countingIds(7000 + hold.fence),
      log: quietLog,
    }),
  };
}

async function state(): Promise<AppState> {
  const content = database.content();
  const known = await stateAt(
    { head: content.head, rowsAfter: (cursor, most) => database.rowsOf(content, cursor, most) },
    undefined,
  );
  return known.at(known.dayAt(machine.clock.now()));
}

let commands = 0;
/** What a push does: decides and writes. */
async function give(command: (state: AppState) => Command): Promise<void> {
  commands += 1;
  const cid = `01930000-0000-7000-9000-${String(commands).padStart(12, '0')}`;
  const now = await state();
  const decided = decide(now, command(now), (name) => namedId(cid, name), {
    at: machine.clock.now(),
    by: 'Anna',
    user: 'anna',
  });
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  await database.transaction(async (start) => {
    const version = start.head.version + 1;
    const rows = new Map([...start.rows, ...asRows(decided.value, version)]);
    return [{ ...start, rows, head: { ...start.head, version } }, null];
  });
}

async function confirmOrder(): Promise<void> {
  await give(() => ({ type: 'cart/open', serviceId: ownService }));
  await give((now) => {
    const cart = now.workspace.carts.get(ownCart);
    const figures = cart === undefined ? undefined : cartFigures(now, cart);
    if (figures?.ok !== true) throw new Error('No figures');
    return {
      type: 'order/confirm',
      cartId: ownCart,
      payer: { ...payer },
      method: 'bank-transfer',
      clausesAccepted: true,
      shownGross: figures.value.gross,
    };
  });
}

async function ordersAtVendor() {
  const answer = await backend.fetch({
    method: 'GET',
    path: '/simulator/state',
    headers: {},
    timeoutMs: 1000,
  });
  if (answer.kind !== 'answer') throw new Error(answer.kind);
  return simulatorStateSchema
    .parse(JSON.parse(answer.body))
    .orders.filter(({ clientReference }) => clientReference !== null);
}

const isPlacing = ({ method, path }: HttpRequest): boolean => method === 'POST' && path === '/api/v2/orders';

test('an order that a desk confirmed is sent once, and what the vendor said is in the rows of the studio', async () => {
  await signIn();
  const exchange = exchangeOf(await take('a'));
  await exchange.wake();
  const before = await state();
  expect(before.replica.services.size).toBeGreaterThan(10);
  expect([...before.replica.priceLists.keys()].length).toBe(1);
  expect(before.workspace.vendorMarks.get('vendor')).toMatchObject({ link: 'online' });
  await confirmOrder();
  const [key] = (await state()).workspace.outbox.keys();
  exchange.changed();
  exchange.scheduler.advance(100);
  for (let wait = 0; wait < 50; wait += 1) await setImmediate();
  const [order, ...others] = await ordersAtVendor();
  expect(others).toEqual([]);
  expect(order?.clientReference).toBe(key);
  const after = await state();
  expect(after.workspace.outbox.size).toBe(0);
  expect(after.replica.orders.get(order?.orderNumber ?? '')).toBeDefined();
  expect(requests.filter(isPlacing).length).toBe(1);
  // What desks send meanwhile is in one order with it.
  expect(database.content().turns.every(({ fence }) => fence === 1)).toBe(true);
});

test('nothing is sent before it is durable: an order leaves only after its row says so', async () => {
  await signIn();
  await confirmOrder();
  const states: unknown[] = [];
  const exchange = exchangeOf(await take('a'), async (request) => {
    if (isPlacing(request))
      states.push(...[...database.content().rows.values()].filter(({ table }) => table === 'outbox'));
    return backend.fetch(request);
  });
  await exchange.wake();
  expect(states).toMatchObject([{ value: { state: 'sending', tries: 1 } }]);
});

test.each([
  ['the request arrives, and its answer does not', true],
  ['the request does not arrive', false],
])(
  'a process that dies in the middle of an order: %s. The next one makes exactly one order',
  async (_, arrives) => {
    await signIn();
    await confirmOrder();
    const never = new Promise<never>(() => undefined);
    const first = exchangeOf(await take('a'), async (request) => {
      if (!isPlacing(request)) return backend.fetch(request);
      if (arrives) await backend.fetch(request);
      return never;
    });
    void first.wake();
    for (let wait = 0; wait < 50; wait += 1) await setImmediate();
    expect((await ordersAtVendor()).length).toBe(arrives ? 1 : 0);
    machine.clock.advance(60_000);
    const second = exchangeOf(await take('b'));
    await second.wake();
    await second.wake();
    expect((await ordersAtVendor()).length).toBe(1);
    expect((await state()).workspace.outbox.size).toBe(0);
    const keys = requests.filter(isPlacing).map(({ headers }) => headers['idempotency-key']);
    expect(keys.length).toBe(2);
    expect(new Set(keys).size).toBe(1);
  },
);

test('a process that wakes up after its lease writes nothing, and sends nothing more', async () => {
  await signIn();
  await confirmOrder();
  let wakes = (): void => undefined;
  const first = exchangeOf(await take('a'), async (request) => {
    const answer = await backend.fetch(request);
    if (isPlacing(request))
      await new Promise<void>((resolve) => {
        wakes = resolve;
      });
    return answer;
  });
  const asleep = first.wake();
  for (let wait = 0; wait < 50; wait += 1) await setImmediate();
  machine.clock.advance(60_000);
  const second = exchangeOf(await take('b'));
  await second.wake();
  const { rows } = database.content();
  const sent = requests.length;
  wakes();
  await asleep;
  expect(first.over()).toBe(true);
  expect(database.content().rows).toBe(rows);
  expect(requests.length).toBe(sent);
  expect((await ordersAtVendor()).length).toBe(1);
});

test.each(['before', 'unknown'] as const)(
  'a commit of which nobody knows (%s) sends nothing, and the next lease goes on',
  async (failure) => {
    await signIn();
    await confirmOrder();
    const first = exchangeOf(await take('a'));
    database.failNext(failure);
    await first.wake();
    expect(requests.filter(isPlacing)).toEqual([]);
    expect(first.over()).toBe(true);
    const second = exchangeOf(await take('a'));
    await second.wake();
    expect((await ordersAtVendor()).length).toBe(1);
  },
);

test('without a sign-in the orders wait; once a member has signed in, they go by themselves', async () => {
  await confirmOrder();
  const exchange = exchangeOf(await take('a'));
  await exchange.wake();
  expect((await state()).workspace.vendorMarks.get('vendor')).toMatchObject({ link: 'sign-in-needed' });
  expect(await ordersAtVendor()).toEqual([]);
  expect((await signIn()).ok).toBe(true);
  exchange.changed();
  exchange.scheduler.advance(100);
  for (let wait = 0; wait < 80; wait += 1) await setImmediate();
  expect((await ordersAtVendor()).length).toBe(1);
  expect((await state()).workspace.vendorMarks.get('vendor')).toMatchObject({ link: 'online' });
});

test('a process that ends sends nothing more, also not what it has just begun', async () => {
  await signIn();
  await confirmOrder();
  const exchange = exchangeOf(await take('a'));
  const begun = exchange.wake();
  await exchange.stop();
  await begun;
  expect(requests).toEqual([]);
  await exchange.wake();
  expect(requests).toEqual([]);
});
