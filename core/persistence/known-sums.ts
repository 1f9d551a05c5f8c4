import type { EndMark } from '../ports.ts';
import type { WorkspaceDocument } from './documents.ts';

/** More commands than a person gives between two copies of a folder, in 4 KB of a checkpoint. */
const mostKnown = 500;
/** Enough digits of a sum: two commands with one number differ in them. */
const digits = 8;

/** The number and the sum of one command. */
export type Mark = Pick<EndMark, 'seq' | 'sum'>;

/** The latest commands of a history, by their sums: another history with the same numbers is recognised. */
export interface KnownSums {
  add(mark: Mark): void;
  /** True if another command has this number here. False if nobody knows. */
  differs(mark: Mark): boolean;
  /** For a checkpoint (see WorkspaceDocument.recent). `seq`: its number. */
  textUpTo(seq: number): string;
}

/** The commands that a checkpoint knows. */
export function knownSums(base: Pick<WorkspaceDocument, 'seq' | 'end' | 'recent'> | undefined): KnownSums {
  const sums = new Map<number, string>();
  function add({ seq, sum }: Mark): void {
    if (sum === '') return;
    sums.set(seq, sum.slice(0, digits));
    sums.delete(seq - mostKnown);
  }
  if (base !== undefined) {
    const count = base.recent.length / digits;
    for (let at = 0; at < count; at += 1)
      add({ seq: base.seq - count + 1 + at, sum: base.recent.slice(at * digits, (at + 1) * digits) });
    if (base.end !== null) add({ seq: base.seq, sum: base.end.sum });
  }
  return {
    add,
    differs: ({ seq, sum }) => sum !== '' && (sums.get(seq) ?? sum.slice(0, digits)) !== sum.slice(0, digits),
    textUpTo(seq) {
      const found: string[] = [];
      for (let at = seq; sums.has(at); at -= 1) found.push(sums.get(at) ?? '');
      return found.reverse().join('');
    },
  };
}
