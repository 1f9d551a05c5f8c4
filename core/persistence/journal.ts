import { within, type Steps } from '../kernel/steps.ts';
import type { Digest, EndMark, LineStore } from '../ports.ts';
import type { WorkspaceChange } from '../desk/rows/state.ts';
import { checkJournalLine } from './check.ts';
import { NewerData, type JournalEntry } from './documents.ts';
import { lineAfter, noSum } from './journal-line.ts';
import type { Mark } from './known-sums.ts';

/** Two files, used in turn. Each holds the changes from one checkpoint to the next. */
export type JournalFiles = readonly [LineStore, LineStore];

/** What both files hold, as they are. */
export interface JournalContent {
  /** The readable lines that the checkpoint does not hold, in no order. */
  readonly entries: readonly JournalEntry[];
  /** Why a file, or a line of it, could not be read. */
  readonly damage: string | null;
  /** The number of the last line of each file. Lines that the checkpoint holds count too. */
  readonly last: readonly [number, number];
  /** What every line says of itself, also the lines that the checkpoint holds. */
  readonly marks: readonly Mark[];
  /** The lines of each file. */
  readonly counts: readonly [number, number];
}

/** The changes since the checkpoint before the last one. */
export interface Journal {
  /**
   * Adds the line after `end` and returns its entry, which is durable. Throws if it cannot be written: the
   * journal then does not hold it. Throws FileReplaced if somebody else has touched the file.
   */
  append(end: EndMark | null, changes: readonly WorkspaceChange[], at: number): JournalEntry;
  /** Call it after a checkpoint. Continues in the other file, whose lines are no longer needed. */
  rotate(): void;
  /** Whether the next rotation would take lines after a checkpoint of this number. */
  rotationTakes(checkpoint: number): boolean;
  /** Renames both files and returns their new names. Null if there was none. */
  moveAside(why: 'damaged' | 'put-back'): string | null;
  /** Lines and bytes since the last rotation. */
  size(): { readonly entries: number; readonly bytes: number };
}

interface FileContent {
  readonly marks: readonly Mark[];
  readonly entries: readonly JournalEntry[];
  readonly damage: string | null;
  readonly last: number;
  readonly count: number;
}

function* readLines(file: LineStore, checkpoint: number, digest: Digest): Steps<FileContent> {
  const lines = file.read();
  if (!lines.ok) return { entries: [], damage: lines.error.reason, last: 0, count: 0, marks: [] };
  const entries: JournalEntry[] = [];
  const marks: Mark[] = [];
  let damage: string | null = null;
  let last = 0;
  for (const [at, line] of lines.value.entries()) {
    const entry = yield* within(
      checkJournalLine(line, checkpoint, digest),
      at / lines.value.length,
      (at + 1) / lines.value.length,
    );
    if (!entry.ok) {
      if (entry.error.reason === 'newer') throw new NewerData(undefined);
      // The lines after it are read too: the chain decides whether they can be used.
      damage ??= entry.error.detail;
      continue;
    }
    last = entry.value.seq;
    marks.push(entry.value);
    if (entry.value.seq > checkpoint) entries.push(entry.value);
  }
  return { entries, damage, last, count: lines.value.length, marks };
}

/**
 * Reads both files, in steps, and changes nothing. `checkpoint`: the number up to which a checkpoint holds
 * everything. Throws NewerData if a newer Allinea wrote a line.
 */
export function* readJournal(files: JournalFiles, checkpoint: number, digest: Digest): Steps<JournalContent> {
  const first = yield* within(readLines(files[0], checkpoint, digest), 0, 0.5);
  const second = yield* within(readLines(files[1], checkpoint, digest), 0.5, 1);
  return {
    entries: [...first.entries, ...second.entries],
    damage: first.damage ?? second.damage,
    last: [first.last, second.last],
    counts: [first.count, second.count],
    marks: [...first.marks, ...second.marks],
  };
}

/** Goes on writing after what was read. */
export function continueJournal(
  files: JournalFiles,
  { last, counts }: Pick<JournalContent, 'last' | 'counts'>,
  checkpoint: number,
  digest: Digest,
): Journal {
  const newest = Math.max(...last);
  const newer = last[1] > last[0] ? 1 : 0;
  // Continue in the newer file if it has lines beyond the checkpoint: a rotation may have been interrupted.
  // Otherwise that file is finished.
  const secondGoesOn = newest > checkpoint || newest === 0 ? newer === 1 : newer === 0;
  let [active, other] = secondGoesOn ? [files[1], files[0]] : files;
  let count = counts[secondGoesOn ? 1 : 0];
  let [lastActive, lastOther] = secondGoesOn ? [last[1], last[0]] : last;
  return {
    append(end, changes, at) {
      const { line, entry } = lineAfter(end, changes, at, digest);
      active.append(line);
      count += 1;
      lastActive = entry.seq;
      return entry;
    },
    rotate() {
      other.clear();
      [active, other] = [other, active];
      [lastActive, lastOther] = [0, lastActive];
      count = 0;
    },
    rotationTakes: (from) => lastOther > from,
    moveAside(why) {
      [lastActive, lastOther] = [0, 0];
      count = 0;
      const names = files.flatMap((file) => file.moveAside(why) ?? []);
      return names.length === 0 ? null : names.join(', ');
    },
    size: () => ({ entries: count, bytes: active.bytes }),
  };
}

/** The end before the first line. */
export const noEnd: EndMark = { seq: 0, sum: noSum, at: 0 };
