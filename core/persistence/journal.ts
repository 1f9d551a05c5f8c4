import type { LineStore } from '../ports.ts';
import { within, type Steps } from '../kernel/steps.ts';
import { checkJournalLine } from './check.ts';
import { schemaVersion, type JournalEntry } from './documents.ts';

/** Two files, used in turn. Each holds the changes from one checkpoint to the next. */
export type JournalFiles = readonly [LineStore, LineStore];

/**
 * The changes since the checkpoint before the last one. With them the data can be rebuilt from the newest
 * checkpoint or from its backup.
 */
export interface Journal {
  /**
   * The entries of both files when they were opened, by number. Entries that the checkpoint holds have no
   * changes. A damaged file gives the entries before the damage.
   */
  readonly entries: readonly JournalEntry[];
  /** Why a file could not be read to its end. The file is left as it is. */
  readonly damage: string | null;
  /**
   * Adds one line, which is durable on return. Throws if it cannot be written: the
   * journal then does not hold it.
   */
  append(entry: JournalEntry): void;
  /** Call it after a checkpoint. Continues in the other file, whose entries are no longer needed. */
  rotate(): void;
  /** Renames both files and returns their new names. */
  moveAside(): string;
  /** Entries and bytes since the last rotation. */
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

/** Opens the journal, in steps. `checkpoint`: the number up to which a checkpoint holds everything. */
export function* openJournal(files: JournalFiles, checkpoint: number): Steps<Journal> {
  const first = yield* within(readLines(files[0], checkpoint), 0, 0.5);
  const second = yield* within(readLines(files[1], checkpoint), 0.5, 1);
  const last = [first, second].map(({ entries }) => entries.at(-1)?.seq ?? 0);
  const [newest = 0, newer] = (last[1] ?? 0) > (last[0] ?? 0) ? [last[1], 1] : [last[0], 0];
  // Continue in the newer file if it has entries beyond the checkpoint: a rotation may have been interrupted.
  // Otherwise that file is finished.
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
