// The exchange of a desk with the server of its studio: sends what waits, reads what is new, and tries again.
import type { AppState, WorkspaceChange, WorkspaceTables } from '../../desk/rows/state.ts';
import type { SharedStudio } from '../../desk/rows/shared-rows.ts';
import type { Clock, Fetch, IdSource, Log, Rng, Scheduler, Secrets } from '../../ports.ts';
import type { CommandResult, Cursor, Page } from '../../shared/protocol.ts';
import type { SyncStatus } from '../../bridge/sync-status.ts';
import { retryDelay } from '../../sync/retry.ts';
import type { VendorExchange } from '../vendor-exchange.ts';
import { createSharedClient, type SharedProblem } from './shared-client.ts';
import { rejoined } from './rejoined.ts';
import { createSharedNews } from './shared-news.ts';
import { sendWaiting } from './send-waiting.ts';
import { takePages, type TakenPages } from './take-pages.ts';
import { createVendorDoor, vendorStatus } from './vendor-door.ts';

/** The name of the desk's token among the secrets. */
export const sharedToken = 'shared-studio-token';

export interface SharedExchangePorts {
  readonly fetch: Fetch;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  readonly ids: Pick<IdSource, 'next'>;
  readonly log: Log;
  /** The confirmed rows on the disk. */
  readonly confirmed: WorkspaceTables;
  readonly studio: () => SharedStudio;
  /** What is shown. */
  readonly state: () => AppState;
  /** Makes what a pull brought durable in one go, then shows it. Throws if the disk refuses it. */
  readonly take: (taken: TakenPages) => void;
  /** Makes rows of this desk durable, then shows them. */
  readonly keep: (changes: readonly WorkspaceChange[]) => void;
  readonly changed: () => void;
}

/** What one desk does the others see after this time at most, if the server tells no news. */
const pollMs = 3000;
/** The server tells news. Should one be lost, it is seen after this time. */
const quietMs = 60_000;

const links: Readonly<Record<SharedProblem, SyncStatus['link']>> = {
  offline: 'offline',
  again: 'unreadable',
  unreadable: 'unreadable',
  'not-known': 'signed-out',
  newer: 'broken',
  older: 'broken',
};

export function createSharedExchange(ports: SharedExchangePorts): VendorExchange {
  const { clock, scheduler, rng, ids, log, confirmed, studio } = ports;
  const client = createSharedClient(ports.fetch, studio, () => ports.secrets.read(sharedToken));
  const door = createVendorDoor(client);
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let failures = 0;
  let link: SyncStatus['link'] = 'connecting';
  let lastSync: number | null = null;
  let nextTry: number | null = null;
  let callOff = (): void => undefined;

  const news = createSharedNews({
    client,
    studio,
    newer: (page) => (page !== null && takeTold(page) ? Promise.resolve() : wake()),
    changed: ports.changed,
    silent: () => wakeIn(pollMs),
  });

  const waiting = () =>
    [...confirmed.waiting.values()]
      .filter(({ state }) => state === 'waiting')
      .toSorted((a, b) => a.seq - b.seq);

  /** Two desks have one id: their folder was copied. This one takes a new id for the same commands. */
  async function becomeAnother(): Promise<SharedProblem | null> {
    const own = ids.next();
    const forked = await client.fork(own);
    if (forked.kind !== 'ok') return forked.kind === 'problem' ? forked.problem : 'again';
    const { account, name, role } = studio();
    log.info('shared.forked');
    ports.keep(rejoined(studio(), confirmed.waiting.values(), { client: own, account, name, role }));
    return null;
  }

  /** Reads everything that is new. Pages count only when all are there. */
  async function pull(pushed: readonly CommandResult[]): Promise<SharedProblem | null> {
    const known = studio();
    let whole = known.epoch === null;
    let cursor: Cursor | null = whole
      ? { version: 0, table: '', id: '' }
      : { version: known.version + 1, table: '', id: '' };
    let pages: Page[] = [];
    let past = known.epoch;
    while (cursor !== null) {
      const page = await client.page(cursor, known.heard);
      if (page.kind !== 'ok') return page.kind === 'problem' ? page.problem : 'again';
      const { epoch, next } = page.value;
      if (epoch !== (past ?? epoch)) {
        // Another past, maybe in the middle of a pull: everything anew.
        [past, whole, pages, cursor] = [epoch, true, [], { version: 0, table: '', id: '' }];
        continue;
      }
      past = epoch;
      pages.push(page.value);
      cursor = next;
    }
    const [first, ...rest] = pages;
    if (first === undefined) return 'unreadable';
    return take([first, ...rest], pushed, whole && known.epoch !== null);
  }

  function take(
    pages: readonly [Page, ...Page[]],
    pushed: readonly CommandResult[],
    whole: boolean,
  ): SharedProblem | null {
    const taken = takePages({ pages, pushed, whole, confirmed, studio: studio() });
    if (!taken.ok) {
      log.error('shared.row-unreadable');
      return 'unreadable';
    }
    const { rows, own } = taken.value;
    if (rows.length + own.length > 0) ports.take(taken.value);
    return null;
  }

  /**
   * Takes what came with a news, if it follows on what is here and this desk has heard of all its results.
   * Returns whether it did; a pull then has nothing to add. An exchange that is under way is not disturbed:
   * it would take what it has read over what is newer.
   */
  function takeTold(page: Page): boolean {
    const { epoch, version, heard } = studio();
    const follows = page.epoch === epoch && page.version >= version && page.lastSeq === heard;
    if (running !== null || link !== 'synced' || !follows) return false;
    try {
      if (take([page], [], false) !== null) return false;
    } catch {
      // The disk refused it. The pull reads it again, and tells it if the disk refuses it again.
      return false;
    }
    lastSync = clock.now();
    ports.changed();
    return true;
  }

  async function once(): Promise<SharedProblem | null> {
    for (;;) {
      again = false;
      const before = waiting().length;
      const pushed = await sendWaiting(client, waiting, becomeAnother);
      if (typeof pushed === 'string') return pushed;
      const { results, page } = pushed;
      const follows = page !== null && page.epoch === studio().epoch && page.version >= studio().version;
      const problem = follows ? take([page], results, false) : await pull(results);
      if (problem !== null) return problem;
      const left = waiting().length;
      if (stopped || (!again && left === 0)) return null;
      // Nothing was taken although the server answers: it is asked again later, not in a circle.
      if (left > 0 && left === before && !again) return 'again';
    }
  }

  function wakeIn(delay: number): void {
    callOff();
    callOff = scheduler.after(delay, () => void wake());
  }

  async function run(): Promise<void> {
    callOff();
    nextTry = null;
    let problem: SharedProblem | null;
    try {
      problem = await once();
      if (problem === null) {
        [link, failures, lastSync] = ['synced', 0, clock.now()];
      } else link = links[problem];
    } catch (error) {
      // The disk refused what was read. Nothing of it is shown, and it is read again.
      log.error('shared.exchange-failed', { error: error instanceof Error ? error.name : 'not-an-error' });
      [problem, link] = ['again', 'broken'];
    }
    if (stopped) return;
    if (problem !== null) failures += 1;
    if (problem === null) news.begin();
    const delay = problem !== null ? retryDelay(failures, rng.next()) : news.hears() ? quietMs : pollMs;
    nextTry = problem === null ? null : clock.now() + delay;
    wakeIn(delay);
    ports.changed();
  }

  function wake(): Promise<void> {
    if (stopped) return Promise.resolve();
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    ...door,
    wake,
    async now() {
      // What the vendor then says comes as news. What waits here need not wait for it.
      const vendor = confirmed.vendorMarks.size > 0 ? client.vendor({ kind: 'exchange' }) : undefined;
      await Promise.all([wake(), vendor]);
    },
    follow: () => undefined,
    status() {
      const rows = [...confirmed.waiting.values()];
      const pending = rows.filter(({ state }) => state === 'waiting').length;
      const refused = rows.some(({ state }) => state === 'refused');
      return {
        link:
          refused && link === 'synced' ? 'attention' : link === 'synced' && pending > 0 ? 'pending' : link,
        pending,
        lastSync,
        nextTry,
        others: news.others(),
        ...vendorStatus(ports),
      };
    },
    asked: () => lastSync !== null,
    unsure: () => [],
    here: (place) => news.here(place),
    async stop() {
      stopped = true;
      news.stop();
      callOff();
      await running;
    },
  };
}
