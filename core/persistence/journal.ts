import type { LineStore } from '../ports.ts';
import { within, type Steps } from '../kernel/steps.ts';
import { checkJournalLine } from './check.ts';
import { schemaVersion, type JournalEntry } from './documents.ts';

/** The two files, used in turn: each holds what was accepted from one checkpoint to the next. */
export type JournalFiles = readonly [LineStore, LineStore];

/**
 * What was accepted since the checkpoint before the last: enough to rebuild from the newest one, or from the
 * one behind it.
 */
export interface Journal {
  /**
   * What both files held when they were opened, by number, without the changes that the checkpoint holds; of
   * a damaged file what stands before the damage.
   */
  readonly entries: readonly JournalEntry[];
  /** Why a file could not be read to its end; it is left as it is. */
  readonly damage: string | null;
  /** One line, durable when this returns; throws where it could not be written, and then it is not there. */
  append(entry: JournalEntry): void;
  /** After a checkpoint: goes on in the other file, whose entries nobody needs any more. */
  rotate(): void;
  /** Puts both files out of the way, and says under which names. */
  moveAside(): string;
  /** Entries and bytes since the last turn. */
  size(): { readonly entries: number; readonly bytes: number };
}

function* readLines(
  file: LineStore,
  checkpoint: number,
): Steps<{ readonly entries: readonly JournalEntry[]; readonly damage: string | null }> {
  const lines = file.read();
  if (!lines.ok) return { entries: [], damage: lines.error.reason };
  const entries: JournalEntry[] = [];
  for (const [at, line] of lines.value.entries()) {
    const entry = yield* within(
      checkJournalLine(line, checkpoint),
      at / lines.value.length,
      (at + 1) / lines.value.length,
    );
    if (!entry.ok) return { entries, damage: entry.error.detail };
    entries.push(entry.value);
  }
  return { entries, damage: null };
}

/** `checkpoint`: up to which number a checkpoint holds everything. */
export function* openJournal(files: JournalFiles, checkpoint: number): Steps<Journal> {
  const first = yield* within(readLines(files[0], checkpoint), 0, 0.5);
  const second = yield* within(readLines(files[1], checkpoint), 0.5, 1);
  const last = [first, second].map(({ entries }) => entries.at(-1)?.seq ?? 0);
  const [newest = 0, newer] = (last[1] ?? 0) > (last[0] ?? 0) ? [last[1], 1] : [last[0], 0];
  // The newer one goes on where it says more than the checkpoint, since a turn may have been interrupted.
  // Else its turn is over.
  const secondGoesOn = newest > checkpoint || newest === 0 ? newer === 1 : newer === 0;
  let [active, other] = secondGoesOn ? [files[1], files[0]] : files;
  let count = (secondGoesOn ? second : first).entries.length;
  return {
    entries: [...first.entries, ...second.entries].sort((a, b) => a.seq - b.seq),
    damage: first.damage ?? second.damage,
    append({ seq, changes }) {
      active.append(JSON.stringify({ schemaVersion, seq, changes }));
      count += 1;
    },
    rotate() {
      other.clear();
      [active, other] = [other, active];
      count = 0;
    },
    moveAside() {
      count = 0;
      return files.flatMap((file) => file.moveAside() ?? []).join(', ');
    },
    size: () => ({ entries: count, bytes: active.bytes }),
  };
}
