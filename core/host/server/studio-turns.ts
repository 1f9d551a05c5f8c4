// The turns of a studio's exchange with its vendor. A turn is what the exchange does between two requests: on
// the newest rows, under the studio's lock, and durable before the next request leaves.
import type { AppState, WorkspaceChange } from '../../desk/rows/state.ts';
import { noVendorMark } from '../../desk/rows/vendor-changes.ts';
import type { VendorMark } from '../../desk/rows/vendor-rows.ts';
import { seatHistory } from '../../desk/seats/seat-history.ts';
import type { Clock, IdSource } from '../../ports.ts';
import type { Hold } from '../../shared/server/lease.ts';
import { stateAt, type StudioState } from '../../shared/server/studio-state.ts';
import type { StoredRow } from '../../shared/studio-database.ts';
import type { VendorDatabase } from '../../shared/vendor-database.ts';

/** Another process exchanges with the vendor now, or nobody knows what the database has. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface StudioTurns {
  /**
   * Takes the studio's lock and reads what has changed. If it cannot, it throws, and no turn can begin any
   * more.
   */
  begin(): Promise<void>;
  /** Makes what the turn recorded durable. Does nothing without a turn. Throws as `begin` does. */
  end(): Promise<void>;
  /** Whether nothing can be recorded or sent any more. */
  over(): boolean;
  /** Nothing is recorded or sent from now on, but what the open turn has. */
  stop(): void;
  state(): AppState;
  mark(): VendorMark;
  /** All that follows is part of the open turn. Throws LeaseLost if there is none. */
  record(changes: readonly WorkspaceChange[]): void;
  setMark(mark: VendorMark): void;
  token(): string | null;
  setToken(token: string | null): void;
}

/** A later success alone is noted after this time: each row that is written wakes every desk. */
const longestUnnotedMs = 5 * 60_000;

const isNews = (mark: VendorMark, noted: VendorMark | undefined): boolean =>
  noted === undefined ||
  mark.epoch !== noted.epoch ||
  mark.cursor !== noted.cursor ||
  mark.dayOffset !== noted.dayOffset ||
  mark.link !== noted.link ||
  (mark.lastSync ?? 0) - (noted.lastSync ?? 0) >= longestUnnotedMs;

export function createStudioTurns({
  database,
  studio,
  hold,
  clock,
  ids,
}: {
  readonly database: Pick<VendorDatabase, 'turn'>;
  readonly studio: string;
  readonly hold: Hold;
  readonly clock: Clock;
  readonly ids: IdSource;
}): StudioTurns {
  let known: StudioState | undefined;
  let mark: VendorMark | undefined;
  let token: string | null = null;
  let open: {
    readonly version: number;
    readonly rows: Map<string, StoredRow>;
    readonly commit: () => void;
  } | null = null;
  let committed: Promise<unknown> = Promise.resolve();
  let isOver = false;

  const app = (): AppState => {
    if (known === undefined) throw new LeaseLost('Nothing was read yet');
    return known.at(known.dayAt(clock.now()));
  };

  function put(changes: readonly WorkspaceChange[]): void {
    if (open === null || known === undefined) throw new LeaseLost('There is no turn');
    const { version, rows } = open;
    const stored = changes.map(({ table, id, value }): StoredRow => ({ table, id, version, value }));
    known.take(stored);
    for (const row of stored) rows.set(`${row.table} ${row.id}`, row);
  }

  function begin(): Promise<void> {
    if (isOver) return Promise.reject(new LeaseLost('It is over'));
    return new Promise((begun, failed) => {
      const turned = database.turn(studio, hold, async ({ head, rowsAfter, token: kept, write }) => {
        known = await stateAt({ head, rowsAfter }, known);
        mark ??= known.at(known.dayAt(clock.now())).workspace.vendorMarks.get('vendor');
        token = kept;
        const version = head.version + 1;
        const rows = new Map<string, StoredRow>();
        await new Promise<void>((commit) => {
          open = { version, rows, commit };
          begun();
        });
        if (rows.size > 0 || token !== kept) write({ version, rows: [...rows.values()], token });
        return true;
      });
      committed = turned.then((done) => {
        if (done === undefined) throw new LeaseLost('Another process has the lease');
      });
      committed.catch((error: unknown) => {
        isOver = true;
        open = null;
        failed(error instanceof Error ? error : new LeaseLost('unknown'));
      });
    });
  }

  return {
    begin,
    async end() {
      if (open === null) return;
      if (mark !== undefined && isNews(mark, app().workspace.vendorMarks.get('vendor')))
        put([{ table: 'vendorMarks', id: 'vendor', value: mark }]);
      const { commit } = open;
      open = null;
      commit();
      await committed;
    },
    over: () => isOver,
    stop() {
      isOver = true;
    },
    state: app,
    mark: () => mark ?? noVendorMark,
    record(changes) {
      const commandId = ids.next();
      const at = clock.now();
      const idOf = (name: string): string => ids.named(commandId, name);
      // Who confirmed the command is in the log of commands, not in its outbox row: nobody is named.
      put([...changes, ...seatHistory(app(), changes, { at, by: null, idOf })]);
    },
    setMark(next) {
      if (open === null) throw new LeaseLost('There is no turn');
      mark = next;
    },
    token: () => token,
    setToken(next) {
      if (open === null) throw new LeaseLost('There is no turn');
      token = next;
    },
  };
}
