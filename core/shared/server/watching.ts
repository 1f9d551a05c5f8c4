// Desks that wait for news of a studio, and who is there now. Nothing of it is stored: a news that is lost
// costs one pause, and then the desk asks again.
import type { Clock, IdSource, Scheduler } from '../../ports.ts';
import type { MemberWish } from '../members.ts';
import type { News, Place, Present } from '../presence.ts';
import type { Member, StudioDatabase, StudioHead } from '../studio-database.ts';

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
  /** Undefined if there is no such studio. */
  news(studio: string, member: Member, wish: NewsWish): Promise<News | undefined>;
  /** The members have changed: nobody whom the wish shuts out is there any more. */
  membersChanged(studio: string, wish: MemberWish): void;
  /** A desk has moved to another place. */
  here(studio: string, member: Member, desk: Pick<NewsWish, 'client' | 'place'>): void;
}

interface Seen {
  readonly present: Present;
  readonly at: number;
  readonly noted: number;
}

/** Its desks by id, the stamp of who is there, and who waits. */
interface Room {
  readonly desks: Map<string, Seen>;
  readonly waiting: Set<() => void>;
  stamp: string;
  /** Something has changed, and it is told in a moment. */
  gathers: boolean;
}

const isSame = (a: Present, b: Present): boolean => JSON.stringify(a) === JSON.stringify(b);

export function createWatching({
  database,
  clock,
  scheduler,
  ids,
}: {
  readonly database: Pick<StudioDatabase, 'head' | 'heard'>;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly ids: Pick<IdSource, 'next'>;
}): Watching {
  const rooms = new Map<string, Room>();

  function roomOf(studio: string): Room {
    const known = rooms.get(studio);
    if (known !== undefined) return known;
    const made: Room = { desks: new Map(), waiting: new Set(), stamp: ids.next(), gathers: false };
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

  /** Takes in a desk, and drops those that are gone. Returns whether to note that it was heard. */
  function arrive(
    room: Room,
    { account, name, role }: Member,
    { client, place }: Pick<NewsWish, 'client' | 'place'>,
  ): boolean {
    const present = { account, name, role, place };
    const at = clock.now();
    const before = room.desks.get(client);
    const toNote = before === undefined || at - before.noted > noteMs;
    let moved = before === undefined || !isSame(before.present, present);
    room.desks.set(client, { present, at, noted: toNote ? at : before.noted });
    for (const [id, seen] of room.desks)
      if (at - seen.at > goneMs) {
        room.desks.delete(id);
        moved = true;
      }
    if (moved) {
      room.stamp = ids.next();
      tell(room);
    }
    return toNote;
  }

  async function headOf(studio: string): Promise<Pick<StudioHead, 'version' | 'epoch'> | undefined> {
    const head = await database.head(studio);
    return head === undefined ? undefined : { version: head.version, epoch: head.epoch };
  }

  return {
    changed(studio) {
      const room = rooms.get(studio);
      if (room === undefined || room.gathers) return;
      room.gathers = true;
      scheduler.after(gatherMs, () => {
        room.gathers = false;
        tell(room);
      });
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
    async news(studio, member, wish) {
      const { client } = wish;
      const room = roomOf(studio);
      const toNote = arrive(room, member, wish);
      if (toNote) await database.heard(studio, client, clock.now());
      // Begun before the version is read: what changes between the two is not missed.
      const waiting = wait(room);
      try {
        let head = await headOf(studio);
        if (head?.version === wish.version && head.epoch === wish.epoch && room.stamp === wish.stamp) {
          await waiting.over;
          head = await headOf(studio);
        }
        if (head === undefined) return undefined;
        const others = [...room.desks].filter(([id]) => id !== client).map(([, { present }]) => present);
        return { ...head, stamp: room.stamp, role: member.role, others };
      } finally {
        waiting.end();
      }
    },
  };
}
