// The database of a shared studio's server, in memory. A transaction sees its own snapshot, waits for the
// studio's lock, and is there as a whole or not at all. It fails in the ways that a database can.
import { withoutContent } from '../../core/shared/erased-words.ts';
import type { CommandResult, Cursor } from '../../core/shared/protocol.ts';
import { noLease, restoredLease } from '../../core/shared/server/lease.ts';
import type { VendorLink } from '../../core/shared/server/vendor-link.ts';
import type {
  LoggedCommand,
  Member,
  StoredRow,
  StudioDatabase,
  StudioHead,
  StudioSnapshot,
  Written,
} from '../../core/shared/studio-database.ts';

interface Desk extends Member {
  readonly tokenHash: string;
  readonly lastSeq: number;
}

/** What is committed. A backup is a copy of it. */
export interface StudioContent {
  readonly head: StudioHead;
  readonly rows: ReadonlyMap<string, StoredRow>;
  readonly commands: ReadonlyMap<string, LoggedCommand>;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly invited: ReadonlyMap<string, Member>;
  readonly link: VendorLink;
  /** What the exchange with the vendor has written, in order. */
  readonly turns: readonly VendorTurnWritten[];
}

/** The rows of one turn, with the fence that it came with and the process that wrote it. */
export interface VendorTurnWritten {
  readonly version: number;
  readonly rows: readonly StoredRow[];
  readonly fence: number;
  readonly holder: string;
}

/**
 * `before`: the connection breaks before the commit. `unknown`: the commit happens, and nobody is told.
 * `torn`: a reading sees rows of two moments; a database never does this, so it is a planted fault.
 */
export type Failure = 'before' | 'unknown';

export interface MemoryStudio extends StudioDatabase {
  content(): StudioContent;
  /** Puts a copy back, as a restore from a backup does: with another epoch. */
  restore(copy: StudioContent, epoch: string): void;
  /** Everything up to now is in a backup. */
  backedUp(): StudioContent;
  /** The next commit fails. */
  failNext(failure: Failure): void;
  /** Changes the content under the studio's lock, if the commit does not fail. */
  transaction<T>(work: (start: StudioContent) => Promise<readonly [StudioContent, T]>): Promise<T>;
  rowsOf(content: StudioContent, cursor: Cursor, most: number): Promise<readonly StoredRow[]>;
}

const nameOf = ({ table, id }: Pick<StoredRow, 'table' | 'id'>): string => `${table} ${id}`;

const isAfter = (row: StoredRow, { version, table, id }: Cursor): boolean =>
  row.version !== version ? row.version > version : row.table !== table ? row.table > table : row.id > id;

const byCursor = (a: StoredRow, b: StoredRow): number => (isAfter(a, b) ? 1 : -1);

/** Rows as they come out of a database: other objects than those that went in. */
const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function memoryStudio(
  first: Pick<StudioContent, 'rows' | 'invited'>,
  { pause }: { readonly pause: () => Promise<void> },
): MemoryStudio {
  let content: StudioContent = {
    head: { version: 1, epoch: 'first', safeVersion: 0 },
    commands: new Map(),
    desks: new Map(),
    link: { ...noLease, token: null },
    turns: [],
    ...first,
  };
  let failure: Failure | null = null;
  let lock = Promise.resolve();

  const loggedIn = (at: StudioContent, cids: readonly string[]): readonly LoggedCommand[] =>
    copied([...at.commands.values()].filter(({ cid }) => cids.includes(cid)));

  const snapshotOf = (at: StudioContent, desks: readonly string[]): StudioSnapshot => ({
    head: at.head,
    desks: desks.flatMap((id) => {
      const desk = at.desks.get(id);
      return desk === undefined ? [] : [{ id, ...desk }];
    }),
    async rowsAfter(cursor, most) {
      await pause();
      return copied(
        [...at.rows.values()]
          .filter((row) => isAfter(row, cursor))
          .toSorted(byCursor)
          .slice(0, most),
      );
    },
    async resultsAfter(client, after) {
      await pause();
      return [...at.commands.values()]
        .filter((command) => command.client === client && command.seq > after)
        .map(({ seq, cid, version, outcome, refusal }): CommandResult => ({
          seq,
          cid,
          version,
          outcome,
          refusal,
        }));
    },
    async commands(cids) {
      await pause();
      return loggedIn(at, cids);
    },
    async madeBy(version) {
      await pause();
      const made = [...at.commands.values()].find(
        (command) => command.version === version && command.outcome === 'applied',
      );
      return made === undefined
        ? undefined
        : { account: made.account, name: at.desks.get(made.client)?.name ?? '', at: made.at };
    },
  });

  function after(at: StudioContent, { version, rows, commands, clients, erased }: Written): StudioContent {
    const sent = clients.map(({ id, lastSeq }) => {
      const desk = at.desks.get(id);
      if (desk === undefined) throw new Error(`There is no desk ${id}`);
      return [id, { ...desk, lastSeq }] as const;
    });
    const known = [...at.commands.values()].map((command) => withoutContent(command, erased));
    for (const { cid } of commands) if (at.commands.has(cid)) throw new Error(`Twice: ${cid}`);
    return {
      ...at,
      head: { ...at.head, version },
      rows: new Map([...at.rows, ...copied(rows).map((row) => [nameOf(row), row] as const)]),
      commands: new Map([...known, ...copied(commands)].map((command) => [command.cid, command])),
      desks: new Map([...at.desks, ...sent]),
    };
  }

  /** One after the other. */
  async function locked<T>(work: () => Promise<T>): Promise<T> {
    const mine = lock.then(work);
    lock = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  const transaction = <T>(work: (start: StudioContent) => Promise<readonly [StudioContent, T]>): Promise<T> =>
    locked(async () => {
      await pause();
      const start = content;
      const [next, value] = await work(start);
      await pause();
      const broken = failure;
      failure = null;
      if (broken === 'before') throw new Error('The connection broke');
      // Somebody may have restored a backup meanwhile: the transaction is lost with the old database.
      if (content !== start) throw new Error('The database is another one');
      content = next;
      if (broken === 'unknown') throw new Error('The connection broke after the commit');
      return value;
    });

  return {
    transaction,
    rowsOf: (at, cursor, most) => snapshotOf(at, []).rowsAfter(cursor, most),
    content: () => content,
    restore(copy, epoch) {
      // Desks that were paired since must be paired again in a real restore; here all of them stay.
      const desks = new Map(
        [...content.desks].map(([id, desk]) => [id, { ...desk, lastSeq: copy.desks.get(id)?.lastSeq ?? 0 }]),
      );
      const { token } = content.link;
      const link = { ...restoredLease(copy.link, content.link), token };
      content = { ...copy, desks, link, head: { ...copy.head, epoch, safeVersion: copy.head.version } };
    },
    backedUp() {
      const copy = content;
      content = { ...content, head: { ...content.head, safeVersion: content.head.version } };
      return copy;
    },
    failNext(next) {
      failure = next;
    },
    write: (_studio, about, work) =>
      transaction(async (start) => {
        let next = start;
        const value = await work({
          ...snapshotOf(start, about.desks),
          logged: loggedIn(start, about.commands),
          write(written) {
            next = after(next, written);
          },
          rowsAfter: (cursor, most) => snapshotOf(next, []).rowsAfter(cursor, most),
        });
        return [next, value];
      }),
    async read(_studio, desks, work) {
      await pause();
      return work(snapshotOf(content, desks));
    },
    async head() {
      await pause();
      return content.head;
    },
    async enter(_studio, client, tokenHash) {
      await pause();
      const desk = content.desks.get(client);
      if (desk?.tokenHash !== tokenHash) return undefined;
      const { account, name, role } = desk;
      return { member: { account, name, role }, head: content.head };
    },
    members: () => Promise.reject(new Error('Members are kept by PostgreSQL alone')),
    heard: () => pause(),
    async pair(_studio, { codeHash, client, tokenHash }) {
      await pause();
      const member = content.invited.get(codeHash);
      if (member === undefined) return undefined;
      content = {
        ...content,
        desks: new Map([...content.desks, [client, { ...member, tokenHash, lastSeq: 0 }]]),
        invited: new Map([...content.invited].filter(([code]) => code !== codeHash)),
      };
      return { ...member, studioName: 'Studio Marchetti' };
    },
    async fork(_studio, from, to) {
      await pause();
      const desk = content.desks.get(from);
      if (desk === undefined || content.desks.has(to)) return;
      content = { ...content, desks: new Map([...content.desks, [to, { ...desk, lastSeq: 0 }]]) };
    },
  };
}
