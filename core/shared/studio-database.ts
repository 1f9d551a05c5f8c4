// What the server of a shared studio asks of its database. PostgreSQL is behind it (electron/studio-server);
// the tests have one in memory that fails in all the ways a database can.
import type { WorkspaceRows } from '../desk/rows/state.ts';
import type { Day } from '../kernel/day.ts';
import type { MembersAnswer, MemberWish } from './members.ts';
import type { CommandResult, Cursor, SharedCommand } from './protocol.ts';
import type { ChangedBy, SharedRole } from '../desk/rows/shared-rows.ts';

/** The studio as a whole. `epoch`: another one after a restore from a backup. */
export interface StudioHead {
  readonly version: number;
  readonly epoch: string;
  readonly safeVersion: number;
}

/** A row as of its last change. A removed row stays with the value null. */
export interface StoredRow {
  readonly table: keyof WorkspaceRows;
  readonly id: string;
  readonly version: number;
  readonly value: unknown;
}

/** A desk that was paired, with its member, whose name the history shows. */
export interface DeskClient extends Member {
  readonly id: string;
  readonly lastSeq: number;
}

/** A row before a command: what undoing it writes. */
export interface InverseRow {
  readonly table: keyof WorkspaceRows;
  readonly id: string;
  readonly value: unknown;
}

/** One line of the log of commands. Commands of the same studio and `cid` are one command. */
export interface LoggedCommand extends CommandResult {
  readonly client: string;
  readonly account: string;
  /** When it was given, and when the server took it: milliseconds since 1970. */
  readonly at: number;
  readonly taken: number;
  /** The day with which it was decided. */
  readonly day: Day;
  /** Null once a person whom it names was erased. */
  readonly command: SharedCommand | null;
  readonly inverse: readonly InverseRow[] | null;
}

/** What one decision of the server writes, all or nothing. */
export interface Written {
  readonly version: number;
  readonly rows: readonly StoredRow[];
  readonly commands: readonly LoggedCommand[];
  readonly clients: readonly { readonly id: string; readonly lastSeq: number }[];
  /** Older commands that hold one of these words lose their content: a person was erased. */
  readonly erased: readonly string[];
}

/** What can be asked within one snapshot of a studio. */
export interface StudioSnapshot {
  readonly head: StudioHead;
  /** Those of the desks that were asked for that have access. */
  readonly desks: readonly DeskClient[];
  /** Rows that changed after a version, by version, table and id; at most `most` after `cursor`. */
  readonly rowsAfter: (cursor: Cursor, most: number) => Promise<readonly StoredRow[]>;
  /** The results of a desk's commands after a number. */
  resultsAfter(client: string, seq: number): Promise<readonly CommandResult[]>;
  /** Those of these commands that are in the log. */
  commands(cids: readonly string[]): Promise<readonly LoggedCommand[]>;
  /** Who made this version of the studio, and when. Undefined if no command did. */
  madeBy(version: number): Promise<(ChangedBy & { readonly account: string }) | undefined>;
}

/** A transaction that holds the studio's only lock: its order is the studio's order. */
export interface StudioTransaction extends StudioSnapshot {
  /** Those of the commands that were asked for that are in the log. */
  readonly logged: readonly LoggedCommand[];
  /** Once at most. It is carried out before whatever is read after it, and with the commit at the latest. */
  write(written: Written): void;
}

/** Who works with a shared studio. */
export interface Member {
  readonly account: string;
  readonly name: string;
  readonly role: SharedRole;
}

/** Who asks, and the studio as a whole at this moment. */
export interface Entered {
  readonly member: Member;
  readonly head: StudioHead;
}

/** Every call throws if the database cannot be asked, or if nobody knows whether a commit happened. */
export interface StudioDatabase {
  /**
   * Undefined if there is no such studio. Commits after `work`, and only if it does not throw. `about`: the
   * ids of desks and commands to read.
   */
  write<T>(
    studio: string,
    about: { readonly desks: readonly string[]; readonly commands: readonly string[] },
    work: (transaction: StudioTransaction) => Promise<T>,
  ): Promise<T | undefined>;
  /** Undefined if there is no such studio. */
  read<T>(
    studio: string,
    desks: readonly string[],
    work: (snapshot: StudioSnapshot) => Promise<T>,
  ): Promise<T | undefined>;
  /** The studio as a whole, as of now. Undefined if there is none. */
  head(studio: string): Promise<StudioHead | undefined>;
  /**
   * A desk with a token of this hash. Undefined if there is none, or its access has ended, by silence too.
   */
  enter(studio: string, client: string, tokenHash: string, now: number): Promise<Entered | undefined>;
  /** Makes a desk for an invitation, which is used up. Undefined if there is none with this code. */
  pair(
    studio: string,
    desk: {
      readonly codeHash: string;
      readonly client: string;
      readonly tokenHash: string;
      readonly computer: string;
      readonly now: number;
    },
  ): Promise<(Member & { readonly studioName: string }) | undefined>;
  /** A desk `to` with the account and the token of `from`, whose folder was copied (see `forked`). */
  fork(studio: string, from: string, to: string): Promise<void>;
  /** Carries out what an administrator asks about the members. */
  members(studio: string, wish: MemberWish, now: number): Promise<MembersAnswer>;
  /** Notes when a desk was heard of. */
  heard(studio: string, client: string, now: number): Promise<void>;
}
