import { groupBy } from '../kernel/group-by.ts';
import type { JournalEntry } from './documents.ts';

/** The lines that follow one another, and why there are no more. */
export interface Chain {
  readonly entries: readonly JournalEntry[];
  /**
   * `gap`: a line is missing before others. `other-history`: the next line was written after another line
   * than the one that is here. `fork`: two lines with one number, and only one of them was used.
   */
  readonly problem: 'gap' | 'other-history' | 'fork' | null;
  /** The highest number of a line that was read, used or not. */
  readonly highest: number;
}

/**
 * The longest sequence of lines after `start`, each written after the one before. Lines of older formats name
 * no line before, so they follow any line.
 */
export function chainAfter(
  start: { readonly seq: number; readonly sum: string },
  entries: readonly JournalEntry[],
): Chain {
  const bySeq = groupBy(distinct(entries), ({ seq }) => seq);
  const highest = Math.max(start.seq, ...bySeq.keys());
  const lengths = new Map<JournalEntry, number>();
  const follow = (seq: number, sum: string): readonly JournalEntry[] =>
    (bySeq.get(seq + 1) ?? []).filter(({ before }) => before === null || before === sum);
  const longest = (candidates: readonly JournalEntry[]): JournalEntry | undefined =>
    candidates.toSorted((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0))[0];
  for (const seq of [...bySeq.keys()].toSorted((a, b) => b - a))
    for (const entry of bySeq.get(seq) ?? []) {
      const next = longest(follow(entry.seq, entry.sum));
      lengths.set(entry, 1 + (next === undefined ? 0 : (lengths.get(next) ?? 0)));
    }

  const chain: JournalEntry[] = [];
  let [seq, sum] = [start.seq, start.sum];
  let forked = false;
  for (;;) {
    const candidates = follow(seq, sum);
    const next = longest(candidates);
    if (next === undefined) break;
    forked ||= candidates.length > 1;
    chain.push(next);
    [seq, sum] = [next.seq, next.sum];
  }
  const problem = highest > seq ? (bySeq.has(seq + 1) ? 'other-history' : 'gap') : forked ? 'fork' : null;
  return { entries: chain, problem, highest };
}

/** The same line may stand in both files. */
const distinct = (entries: readonly JournalEntry[]): readonly JournalEntry[] => [
  ...new Map(entries.map((entry) => [`${entry.seq} ${entry.sum}`, entry])).values(),
];
