// Tells the commands of this program from those of another one that writes to the same files.
import { finish } from '../kernel/steps.ts';
import type { Digest } from '../ports.ts';
import { readJournal } from './journal.ts';
import type { Mark } from './known-sums.ts';
import type { FoundStudio, WorkspaceStores } from './read-studio.ts';

export interface OurCommands {
  add(sum: string): void;
  isForeign(command: Mark): boolean;
  /** True if the journal or its end tell of commands that another program has written. */
  othersIn(stores: Pick<WorkspaceStores, 'journal' | 'end'>): boolean;
}

/**
 * `start`: what the program found. What it already held then may have come and gone in the files, so only
 * later commands can be foreign.
 */
export function ourCommands({ base, content }: FoundStudio, digest: Digest): OurCommands {
  const startedAt = base?.seq ?? 0;
  const ours = new Set(content.marks.map(({ sum }) => sum));
  const isForeign = ({ seq, sum }: Mark): boolean => seq > startedAt && !ours.has(sum);
  return {
    add: (sum) => void ours.add(sum),
    isForeign,
    othersIn({ journal, end }) {
      if (end.read().some(isForeign)) return true;
      try {
        return finish(readJournal(journal, startedAt, digest)).entries.some(isForeign);
      } catch {
        // A newer Allinea wrote them.
        return true;
      }
    },
  };
}

const firstFields = /"document":\{"schemaVersion":\d+,"seq":(\d+),"end":\{"sum":"([0-9a-f]*)"/;

/** The last command that a checkpoint's first bytes name. Undefined if they name none. */
export function commandNamedIn(firstBytes: string | undefined): Mark | undefined {
  const [, seq, sum] = firstFields.exec(firstBytes ?? '') ?? [];
  return seq === undefined || sum === undefined ? undefined : { seq: Number(seq), sum };
}
