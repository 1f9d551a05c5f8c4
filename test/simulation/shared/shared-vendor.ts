// The vendor of a shared sample, and the server processes that exchange with it. A process can be killed, or
// stopped for longer than its lease. What is checked here does not share the rules of core/shared.
import { applyChanges, type ReplicaRows, type WorkspaceChange } from '../../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../../core/desk/rows/tables.ts';
import { vendorRowOf } from '../../../core/desk/rows/vendor-changes.ts';
import type { VendorMark, VendorRow } from '../../../core/desk/rows/vendor-rows.ts';
import { createVendorExchanges, type VendorExchanges } from '../../../core/host/server/vendor-exchanges.ts';
import { signInAtVendor } from '../../../core/host/server/vendor-calls.ts';
import { romeDay } from '../../../core/kernel/day.ts';
import type { Fetch, HttpRequest, Rng, Scheduler } from '../../../core/ports.ts';
import type { Hold } from '../../../core/shared/server/lease.ts';
import type { VendorDatabase } from '../../../core/shared/vendor-database.ts';
import { sampleAccount } from '../../../electron/simulator/sample/sample.ts';
import { countingIds, quietLog } from '../../support/counting-ids.ts';
import type { MemoryStudio, StudioContent } from '../../support/memory-studio.ts';
import { memoryVendor } from '../../support/memory-vendor.ts';
import { smallDesk, smallVendor } from '../small-vendor.ts';
import { createVendor } from '../vendor.ts';
import type { VirtualTime } from '../virtual-time.ts';
import type { SharedInvariant } from './shared-invariants.ts';
import { differenceOf, textOf } from './shared-rows.ts';
import type { Interruption, VendorFault } from './vendor-steps.ts';

/** One server process. */
interface Process {
  readonly number: number;
  alive: boolean;
  /** Resolves when it goes on. Null: it is not stopped. */
  stopped: { readonly over: Promise<void>; readonly goOn: () => void } | null;
  readonly died: Promise<never>;
  readonly die: () => void;
}

const never = new Promise<never>(() => undefined);

/** The first rows of a small sample. */
export function vendorFirstRows(nowMs: number): readonly WorkspaceChange[] {
  const today = romeDay(nowMs);
  const { services, orders, priceLists } = smallVendor(today);
  const known = [
    ...services.rows().map((value) => ({ table: 'services' as const, id: value.id, value })),
    ...orders.rows().map((value) => ({ table: 'orders' as const, id: value.orderNumber, value })),
    ...priceLists.map((value) => ({ table: 'priceLists' as const, id: value.version, value })),
  ];
  const replica = emptyReplica();
  applyChanges<ReplicaRows>(replica, known);
  return [...smallDesk({ workspace: emptyWorkspace(), replica, today }), ...known.map(vendorRowOf)];
}

export interface SharedVendor {
  start(server: number): void;
  kill(server: number): void;
  stop(server: number, ms: number): void;
  /** The database tells a process that the studio has changed. */
  changed(server: number): void;
  message(fault: VendorFault, times: number): void;
  /** Happens to the process that sends the next order. */
  interrupt(how: Interruption): void;
  registerPayment(number: number): Promise<unknown>;
  signIn(): Promise<unknown>;
  /** The studio was restored: what was written before does not count. */
  restored(): void;
  calm(): void;
  check(content: StudioContent): void;
  inFlight(): number;
  /** How many orders of ours it took. */
  orders(): number;
}

export function createSharedVendor({
  database,
  time,
  chance,
  touched,
  breaks,
  told,
}: {
  readonly database: MemoryStudio;
  readonly time: VirtualTime;
  readonly chance: Rng;
  readonly touched: () => void;
  readonly breaks: (invariant: SharedInvariant, detail: string) => void;
  /** Something was committed: the processes may be told. */
  readonly told: () => void;
}): SharedVendor {
  const world = {};
  const worldTimer = time.scheduler(world);
  const after = (ms: number): Promise<void> =>
    new Promise((resume) => {
      worldTimer.after(ms, resume);
    });
  const vendor = createVendor({
    time,
    first: smallVendor(romeDay(time.now())),
    saved: () => undefined,
    touched,
  });
  vendor.start();
  let fault: { readonly kind: VendorFault; times: number } | null = null;
  let inFlight = 0;
  let interruption: Interruption | null = null;
  /** The keys of all orders that were ever confirmed. */
  const keys = new Set<string>();
  const processes: (Process | null)[] = [null, null];
  const exchanges: (VendorExchanges | null)[] = [null, null];
  let starts = 0;

  // What was committed so far: each fence with its holder, and how far the vendor was read.
  const holders = new Map<number, string>();
  let seen = 0;
  let before = database.content().link;
  let read: VendorMark | null = null;

  function look(): void {
    const { turns, link } = database.content();
    for (const { fence, holder, rows } of turns.slice(seen)) {
      if ((holders.get(fence) ?? holder) !== holder)
        breaks('one holder at a time', `${fence}: ${holders.get(fence)} and ${holder}`);
      if (fence < Math.max(0, ...holders.keys()))
        breaks('one holder at a time', `${holder} has written with the old fence ${fence}`);
      holders.set(fence, holder);
      for (const { table, value } of rows) {
        if (table !== 'vendorMarks') continue;
        const mark = value as VendorMark;
        if (read !== null && mark.epoch === read.epoch && mark.cursor < read.cursor)
          breaks('the vendor is read forward', `${mark.cursor} after ${read.cursor}`);
        read = mark;
      }
    }
    seen = turns.length;
    const changed = before.holder !== null && link.holder !== null && before.holder !== link.holder;
    if (changed && before.until > time.now())
      breaks('one holder at a time', `${link.holder} has taken it before the end of ${before.holder}`);
    before = link;
  }

  const direct = memoryVendor(database, {
    now: () => time.now(),
    committed() {
      look();
      told();
    },
  });

  function noteKeys(): void {
    for (const { table, id } of database.content().rows.values()) if (table === 'placements') keys.add(id);
  }

  async function interrupt(process: Process, moment: 'before' | 'after'): Promise<void> {
    const how = interruption;
    if (how === null || !how.endsWith(moment)) return;
    interruption = null;
    if (how.startsWith('stopped')) stop(process.number, 45_000);
    else {
      kill(process.number);
      // Whoever runs the server starts it again.
      worldTimer.after(3000, () => {
        if (processes[process.number] === null) start(process.number);
      });
    }
    await gate(process);
  }

  async function ask(process: Process, request: HttpRequest): ReturnType<Fetch> {
    const orders = request.method === 'POST' && request.path === '/api/v2/orders';
    const key = request.headers['idempotency-key'] ?? '';
    noteKeys();
    if (orders && !keys.has(key)) breaks('a key is made once', `${key} was never confirmed`);
    if (orders) await interrupt(process, 'before');
    inFlight += 1;
    try {
      const kind = fault === null || fault.times <= 0 ? null : fault.kind;
      if (fault !== null) fault.times -= 1;
      if (kind === 'lost') return { kind: 'unreachable' };
      await after(5 + Math.floor(chance.next() * 200));
      if (kind === 'slow') await after(8000);
      const answer = await vendor.ask(request);
      if (orders) await interrupt(process, 'after');
      await after(5 + Math.floor(chance.next() * 200));
      return kind === 'reply-lost' ? { kind: 'no-answer' } : answer;
    } finally {
      inFlight -= 1;
    }
  }

  /** Whoever is dead never goes on, and whoever is stopped goes on later. */
  async function gate(process: Process): Promise<void> {
    for (;;) {
      touched();
      if (!process.alive) await never;
      if (process.stopped === null) return;
      await process.stopped.over;
    }
  }

  const within =
    <A extends unknown[], T>(process: Process, call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      await gate(process);
      try {
        return await call(...args);
      } finally {
        await gate(process);
      }
    };

  const databaseOf = (process: Process): VendorDatabase => ({
    take: within(process, (studio: string, holder: string) => direct.take(studio, holder)),
    renew: within(process, (studio: string, hold: Hold) => direct.renew(studio, hold)),
    giveBack: within(process, (studio: string, hold: Hold) => direct.giveBack(studio, hold)),
    keepToken: within(process, (studio: string, token: string | null) => direct.keepToken(studio, token)),
    // It is not stopped in the middle of a turn: PostgreSQL would end its transaction.
    async turn(studio, hold, work) {
      await gate(process);
      return direct.turn(studio, hold, (turn) => Promise.race([work(turn), process.died]));
    },
  });

  const schedulerOf = (process: Process): Scheduler => ({
    after: (ms, run) => time.scheduler(process).after(ms, () => void gate(process).then(run)),
  });

  function start(number: number): void {
    kill(number);
    starts += 1;
    let die = (): void => undefined;
    const died = new Promise<never>((_, reject) => {
      die = () => reject(new Error('killed'));
    });
    died.catch(() => undefined);
    const process: Process = { number, alive: true, stopped: null, died, die };
    processes[number] = process;
    exchanges[number] = createVendorExchanges({
      database: databaseOf(process),
      studios: within(process, async () => [{ studio: 'studio', address: null }]),
      vendorOf: () => within(process, (request: HttpRequest) => ask(process, request)),
      holder: `process ${starts}`,
      clock: { now: () => time.now() },
      scheduler: schedulerOf(process),
      rng: chance,
      ids: countingIds(8000 + starts),
      log: quietLog,
    });
  }

  function kill(number: number): void {
    const process = processes[number];
    if (process === null || process === undefined) return;
    process.alive = false;
    process.stopped?.goOn();
    process.die();
    time.drop(process);
    processes[number] = null;
    exchanges[number] = null;
  }

  function stop(number: number, ms: number): void {
    const process = processes[number];
    if (process === null || process === undefined || process.stopped !== null) return;
    let goOn = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      goOn = () => {
        process.stopped = null;
        resolve();
      };
    });
    process.stopped = { over, goOn };
    worldTimer.after(ms, goOn);
  }

  return {
    start,
    kill,
    interrupt(how) {
      interruption = how;
    },
    stop,
    changed: (number) => exchanges[number]?.changed('studio'),
    message(kind, times) {
      fault = { kind, times };
    },
    registerPayment(number) {
      const open = vendor
        .memory()
        .orders.rows()
        .filter(({ state }) => state === 'awaiting-payment');
      const order = open[number % Math.max(1, open.length)];
      if (order === undefined) return Promise.resolve();
      const body = JSON.stringify({ action: 'register', orderNumber: order.orderNumber });
      const headers = { 'content-type': 'application/json' };
      return vendor.ask({ method: 'POST', path: '/simulator/actions', headers, body, timeoutMs: 5000 });
    },
    signIn: () =>
      signInAtVendor(
        direct,
        'studio',
        { fetch: vendor.ask, clock: { now: () => time.now() } },
        sampleAccount,
      ),
    restored() {
      seen = database.content().turns.length;
      before = database.content().link;
      read = null;
    },
    calm() {
      fault = null;
      interruption = null;
      for (const number of processes.keys()) if (processes[number] === null) start(number);
      for (const process of processes) process?.stopped?.goOn();
    },
    inFlight: () => inFlight,
    orders: () =>
      vendor
        .memory()
        .orders.rows()
        .filter(({ clientReference }) => clientReference !== null).length,
    check(content) {
      const orders = vendor.memory().orders.rows();
      const rows = [...content.rows.values()].filter(({ value }) => value !== null);
      const waiting = rows.filter(({ table }) => table === 'outbox');
      for (const { id, value } of waiting)
        if ((value as { readonly state: string }).state !== 'refused')
          breaks('nothing waits for ever', `${id} in the outbox: ${JSON.stringify(value)}`);
      const counts = new Map<string, number>();
      for (const { clientReference } of orders)
        if (clientReference !== null) counts.set(clientReference, (counts.get(clientReference) ?? 0) + 1);
      for (const [key, count] of counts) if (count > 1) breaks('exactly one order', `${key}: ${count} times`);
      const refused = new Set(waiting.map(({ id }) => id));
      // Of a confirmed command there is one order, unless the vendor refused it.
      for (const { table, id } of rows)
        if (table === 'placements' && !refused.has(id) && !counts.has(id))
          breaks('exactly one order', `${id}: none`);
      noteKeys();
      for (const key of counts.keys())
        if (!keys.has(key)) breaks('exactly one order', `${key} comes from nowhere`);
      const there = orders.map((order) => [order.orderNumber, order] as const);
      const here = rows.flatMap(({ value }): (readonly [string, unknown])[] => {
        const row = value as Partial<VendorRow>;
        return row.table === 'orders' && row.row !== undefined ? [[row.row.orderNumber, row.row]] : [];
      });
      if (textOf(here) !== textOf(there)) breaks('the vendor is known', differenceOf(here, there));
    },
  };
}
