// One computer at a time writes to a data folder (rule J6). A card in the folder names the program that has
// it, and counts up while that program lives. Another computer reads until the card goes or stops counting.
//
//            no card, or its program is dead              the card goes, or 60 s without a new count
//   open ──────────────────────────────────▶ holding ◀────────────────────────────────────── waiting
//     │                                         │                                               ▲
//     │   the card of another program           │   the card names another program              │
//     └─────────────────────────────────────────┴───────────────────────────────────────────────┘
//
// No clock is compared: the clocks of two computers may differ.
import { join } from 'node:path';
import type { FolderWriter } from '../../core/bridge/contract.ts';
import { longestUser } from '../../core/desk/rows/operator.ts';
import { parse, z } from '../../core/kernel/parse.ts';
import type { Clock, Log, Scheduler } from '../../core/ports.ts';
import { isSame, type Disk, type FileState } from '../adapters/disk.ts';
import { nodeDisk } from '../adapters/node-disk.ts';
import { writeAll } from '../adapters/write-whole.ts';
import { isAlive } from './process-name.ts';
import type { Computer } from './computer.ts';

export const cardFile = 'in-uso.json';
/** The interval at which the writer counts and a reader looks. */
const beatMs = 10_000;
/** A card that stays the same for so many looks belongs to a program that is gone. */
const looksUntilGone = 6;

const cardSchema = z.object({
  computer: z.object({ id: z.string().max(100), name: z.string().min(1).max(100) }),
  process: z.string().max(100),
  operator: z.string().min(1).max(longestUser),
  since: z.number(),
  count: z.number(),
});

type Card = z.output<typeof cardSchema>;

/** Thrown by a write to a folder that another computer has taken. */
export class HeldElsewhere extends Error {
  readonly code = 'held-elsewhere';
}

export interface FolderHold {
  /** Who has the folder; null if this program has it. */
  other(): FolderWriter | null;
  /** Throws HeldElsewhere if the card names another program. Call it before each write. */
  mustHold(): void;
  /** The error of the disk that keeps this program from writing its card; null if there is none. */
  trouble(): unknown;
  /** Calls `listener` with an error of the disk that the card has met while this program has the folder. */
  onTrouble(listener: (error: unknown) => void): void;
  /** The name that the card shows from now on. */
  name(operator: string): void;
  /** Calls `listener` when this program gains or loses the folder. */
  onChanged(listener: () => void): void;
  /** Removes the card if it is this program's. */
  release(): void;
}

export interface HoldPorts {
  readonly folder: string;
  readonly computer: Computer;
  /** The name of this process (see ownProcess). */
  readonly process: string;
  readonly user: string;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly alive?: (process: string) => boolean;
  readonly disk?: Disk;
}

/**
 * The card of a folder. Undefined if there is none, or if its text is damaged: a card is replaced as a whole,
 * so only a crash damages it. Throws if the file is there and cannot be read.
 */
export function readCard(folder: string, disk: Disk = nodeDisk): Card | undefined {
  const file = join(folder, cardFile);
  if (disk.state(file) === undefined) return undefined;
  const text = new TextDecoder().decode(disk.read(file));
  try {
    const card = parse(cardSchema, JSON.parse(text));
    return card.ok ? card.value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the folder, or waits for it. If the disk refuses the card, the folder is only read until it takes it.
 */
export function holdFolder({
  folder,
  computer,
  process: own,
  user,
  clock,
  scheduler,
  log,
  alive = isAlive,
  disk = nodeDisk,
}: HoldPorts): FolderHold {
  const file = join(folder, cardFile);
  const since = clock.now();
  let operator = user;
  let count = 0;
  let holding = false;
  let released = false;
  let waitedFor: Card | undefined;
  let looks = 0;
  /** The file of the card as it was when it named this program last. */
  let mine: FileState | undefined;
  /** Why the card could not be written at the start. */
  let denied: unknown = null;
  const listeners = new Set<() => void>();
  let troubled: (error: unknown) => void = () => undefined;
  let callOff = (): void => undefined;

  const isMine = (card: Card | undefined): boolean =>
    card !== undefined && card.computer.id === computer.id && card.process === own;
  const isDead = (card: Card): boolean => card.computer.id === computer.id && !alive(card.process);

  /** Writes beside the card first: a reader finds the old one or the new one. */
  function write(): void {
    count += 1;
    const card: Card = { computer, process: own, operator, since, count };
    const beside = `${file}.${own.replaceAll(/\W/g, '-')}`;
    const open = disk.open(beside);
    try {
      open.truncate(0);
      writeAll(open, new TextEncoder().encode(JSON.stringify(card)), 0);
    } finally {
      open.close();
    }
    disk.rename(beside, file);
  }

  function take(): void {
    write();
    denied = null;
    holding = true;
    waitedFor = undefined;
    looks = 0;
  }

  /** Looks at the card of another program. Takes the folder if that program is gone. */
  function look(): void {
    const card = readCard(folder, disk);
    const same =
      card !== undefined &&
      card.computer.id === waitedFor?.computer.id &&
      card.process === waitedFor.process &&
      card.count === waitedFor.count;
    looks = same ? looks + 1 : 0;
    waitedFor = card ?? waitedFor;
    if (card === undefined || isMine(card) || isDead(card) || looks >= looksUntilGone) {
      take();
      log.info('folder.taken');
      for (const listener of listeners) listener();
    }
  }

  function lose(card: Card): void {
    holding = false;
    waitedFor = card;
    looks = 0;
    log.error('folder.lost');
    for (const listener of listeners) listener();
  }

  /**
   * True if the card still names this program. A card that is gone is written again. A card that nobody has
   * touched is not read again: each command asks twice.
   */
  function stillMine(): boolean {
    const found = disk.state(file);
    if (found !== undefined && isSame(found, mine)) return true;
    const card = readCard(folder, disk);
    if (card === undefined || isMine(card)) {
      mine = found;
      return true;
    }
    lose(card);
    return false;
  }

  function beat(): void {
    if (released) return;
    try {
      if (!holding) look();
      else if (stillMine()) write();
    } catch (error) {
      // A full disk or a folder that is gone for a moment. The next beat tries again.
      log.error('folder.card-not-written');
      if (holding) troubled(error);
    }
    callOff = scheduler.after(beatMs, beat);
  }

  const found = readCard(folder, disk);
  if (found === undefined || isDead(found)) {
    try {
      take();
    } catch (error) {
      denied = error;
      log.error('folder.card-not-written');
    }
  } else waitedFor = found;
  callOff = scheduler.after(beatMs, beat);

  return {
    other: () =>
      holding || waitedFor === undefined
        ? null
        : { computer: waitedFor.computer.name, operator: waitedFor.operator, since: waitedFor.since },
    mustHold() {
      if (denied !== null) throw denied;
      if (!holding || !stillMine()) throw new HeldElsewhere('held-elsewhere');
    },
    trouble: () => denied,
    onTrouble(next) {
      troubled = next;
    },
    name(next) {
      if (next === operator) return;
      operator = next;
      if (!holding) return;
      try {
        if (stillMine()) write();
      } catch {
        log.error('folder.card-not-written');
      }
    },
    onChanged(listener) {
      listeners.add(listener);
    },
    release() {
      released = true;
      callOff();
      try {
        if (holding && isMine(readCard(folder, disk))) disk.remove(file);
      } catch {
        // The process ends, so the card stops counting.
        log.error('folder.card-not-removed');
      }
    },
  };
}
