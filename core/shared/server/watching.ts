// Desks that wait for news of a studio, and who is there now. Nothing of it is stored: a news that is lost
// costs one pause, and then the desk asks again.
import type { Clock, IdSource, Log, Scheduler } from '../../ports.ts';
import type { MemberWish } from '../members.ts';
import type { Place, Present } from '../presence.ts';
import type { News, Page } from '../protocol.ts';
import type { Entered, Member, StudioDatabase } from '../studio-database.ts';
import { newestFor, newestFrom, readNewest, type Newest } from './newest.ts';

/** A question waits so long for news. */
export const newsWaitMs = 20_000;
/** Several changes within this time are one news: each news makes every desk read. */
const gatherMs = 60;
/** Who has not asked for so long is gone. */
const goneMs = 30_000;
/** The database notes so often that a desk is still there. */
const noteMs = 10 * 60_000;

export interface NewsWish {
  readonly client: string;
  readonly version: number;
  readonly epoch: string;
  readonly stamp: string;
  readonly place: Place | null;
}

export interface Watching {
  /** The studio may have changed. */
  changed(studio: string): void;
  /** `entered`: who asks, and the studio when the question came. Undefined if the studio is gone. */
  news(studio: string, entered: Entered, wish: NewsWish): Promise<News | undefined>;
  /** The members have changed: nobody whom the wish shuts out is there any more. */
  membersChanged(studio: string, wish: MemberWish): void;
  /** A desk has moved to another place. */
  here(studio: string, member: Member, desk: Pick<NewsWish, 'client' | 'place'>): void;
}

interface Seen {
  readonly present: Present;
  readonly at: number;
  /** When the database has noted it last. */
  noted: number;
}

/** Its desks by id, the stamp of who is there, and who waits. */
interface Room {
  readonly desks: Map<string, Seen>;
  readonly waiting: Set<() => void>;
  stamp: string;
  /**
   * `gathers`: something has changed, and is read and told in a moment. `again`: something has changed while
   * it is being read.
   */
  state: 'calm' | 'gathers' | 'reads' | 'again';
  /** Undefined until a desk has asked, and if it could not be read. */
  newest: Newest | undefined;
}

const sameMoment = ({ head }: Newest, before: Newest | undefined): boolean =>
  head.version === before?.head.version && head.epoch === before.head.epoch;

const isSame = (a: Present, b: Present): boolean => JSON.stringify(a) === JSON.stringify(b);

export function createWatching({
  database,
  clock,
  scheduler,
  ids,
  log,
}: {
  readonly database: Pick<StudioDatabase, 'head' | 'heard' | 'read'>;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly ids: Pick<IdSource, 'next'>;
  readonly log: Log;
}): Watching {
  const rooms = new Map<string, Room>();

  function roomOf(studio: string): Room {
    const known = rooms.get(studio);
    if (known !== undefined) return known;
    const made: Room = {
      desks: new Map(),
      waiting: new Set(),
      stamp: ids.next(),
      state: 'calm',
      newest: undefined,
    };
    rooms.set(studio, made);
    return made;
  }

  function tell({ waiting }: Room): void {
    for (const go of waiting) go();
  }

  /** Waits until `tell`, or until the time is over. */
  function wait(room: Room): { readonly over: Promise<void>; readonly end: () => void } {
    let go = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      go = resolve;
    });
    const callOff = scheduler.after(newsWaitMs, go);
    room.waiting.add(go);
    return {
      over,
      end() {
        callOff();
        room.waiting.delete(go);
      },
    };
  }

  /** Takes in a desk, and drops those that are gone. */
  function arrive(
    room: Room,
    { account, name, role }: Member,
    { client, place }: Pick<NewsWish, 'client' | 'place'>,
  ): void {
    const present = { account, name, role, place };
    const at = clock.now();
    const before = room.desks.get(client);
    let moved = before === undefined || !isSame(before.present, present);
    room.desks.set(client, { present, at, noted: before?.noted ?? -Infinity });
    for (const [id, seen] of room.desks)
      if (at - seen.at > goneMs) {
        room.desks.delete(id);
        moved = true;
      }
    if (moved) {
      room.stamp = ids.next();
      tell(room);
    }
  }

  /** Notes from time to time that a desk is still there: silence ends its access. */
  async function note(studio: string, { desks }: Room, client: string): Promise<void> {
    const at = clock.now();
    const noted = desks.get(client)?.noted ?? -Infinity;
    if (at - noted <= noteMs) return;
    await database.heard(studio, client, at);
    const seen = desks.get(client);
    if (seen !== undefined) seen.noted = at;
  }

  function gather(studio: string, room: Room): void {
    room.state = 'gathers';
    scheduler.after(gatherMs, () => void readAndTell(studio, room));
  }

  async function readAndTell(studio: string, room: Room): Promise<void> {
    if (room.waiting.size === 0) {
      // Nobody hears it. The rows of a studio that nobody looks at must not stay in memory.
      room.newest = undefined;
      room.state = 'calm';
      return;
    }
    room.state = 'reads';
    const before = room.newest;
    try {
      room.newest = before && (await readNewest(database, studio, before, room.desks.keys()));
    } catch {
      // Each desk that waits asks the database itself, and hears of it.
      log.error('shared.news-not-read');
      room.newest = undefined;
    }
    const { newest } = room;
    if (newest === undefined || !sameMoment(newest, before)) tell(room);
    if ((room.state as Room['state']) === 'again') gather(studio, room);
    else room.state = 'calm';
  }

  /** What is new for a desk, if it has just been read for all of them. */
  function toldOf({ newest }: Room, { client, version, epoch }: NewsWish): Page | null {
    if (newest === undefined || newest.head.epoch !== epoch || newest.head.version <= version) return null;
    return newestFor(newest, client, version);
  }

  return {
    changed(studio) {
      const room = rooms.get(studio);
      if (room?.state === 'calm') gather(studio, room);
      else if (room?.state === 'reads') room.state = 'again';
    },
    membersChanged(studio, wish) {
      const room = rooms.get(studio);
      if (room === undefined) return;
      for (const [id, { present }] of room.desks)
        if (
          (wish.kind === 'end' && wish.account === present.account) ||
          (wish.kind === 'revoke' && wish.desk === id)
        )
          room.desks.delete(id);
      room.stamp = ids.next();
      tell(room);
    },
    here(studio, member, desk) {
      arrive(roomOf(studio), member, desk);
    },
    async news(studio, entered, wish) {
      const { client } = wish;
      const room = roomOf(studio);
      arrive(room, entered.member, wish);
      await note(studio, room, client);
      // A change after the question came and before this line has made `newest`, or will wake it.
      const waiting = wait(room);
      try {
        // The first question, and one after a restore, which nobody tells.
        const anew = room.newest?.head.epoch !== entered.head.epoch;
        const head = anew ? await database.head(studio) : entered.head;
        if (head === undefined) return undefined;
        if (room.newest?.head.epoch !== head.epoch) room.newest = newestFrom(head);
        const known = head.version === wish.version && head.epoch === wish.epoch;
        // `head` is older than `newest` if a change was read between the two.
        const behind = room.newest.head.version > head.version;
        const waits = known && room.stamp === wish.stamp && !behind;
        if (waits) await waiting.over;
        const told = head.epoch === wish.epoch ? toldOf(room, wish) : null;
        const now = told ?? (waits ? await database.head(studio) : head);
        if (now === undefined) return undefined;
        return {
          version: now.version,
          epoch: now.epoch,
          stamp: room.stamp,
          role: told?.role ?? entered.member.role,
          others: [...room.desks].filter(([id]) => id !== client).map(([, { present }]) => present),
          page: told,
        };
      } finally {
        waiting.end();
      }
    },
  };
}
