// The text of one line of the journal. Its sum stands first and covers the rest of the text, among it the
// sum of the line before: so a line can neither be changed nor left out unnoticed.
import type { WorkspaceChange } from '../desk/rows/state.ts';
import type { Digest, EndMark } from '../ports.ts';
import { schemaVersion, type JournalEntry } from './documents.ts';

const head = '{"sum":"';
const sumLength = 64;
/** Where the text that the sum covers begins, after `{"sum":"…",`. */
const restAt = head.length + sumLength + '",'.length;

/** The sum before the first line of a studio, and before the first chained line of an older one. */
export const noSum = '';

/** Writes the line after `end`. */
export function lineAfter(
  end: EndMark | null,
  changes: readonly WorkspaceChange[],
  at: number,
  digest: Digest,
): { readonly line: string; readonly entry: JournalEntry } {
  const seq = (end?.seq ?? 0) + 1;
  const before = end?.sum ?? noSum;
  const rest = JSON.stringify({ schemaVersion, seq, at, before, changes });
  const sum = digest(rest);
  return { line: `${head}${sum}",${rest.slice(1)}`, entry: { seq, at, before, sum, changes } };
}

/** The sum of a line: its own if it is right, a new one for a line without any. Undefined if it is wrong. */
export function sumOfLine(
  line: string,
  digest: Digest,
): { readonly sum: string; readonly own: boolean } | undefined {
  if (!line.startsWith(head)) return { sum: digest(line), own: false };
  const sum = line.slice(head.length, head.length + sumLength);
  return digest(`{${line.slice(restAt)}`) === sum ? { sum, own: true } : undefined;
}

/** The sum that a line says of itself, unchecked. Empty if it says none. */
export const statedSum = (line: string): string =>
  line.startsWith(head) ? line.slice(head.length, head.length + sumLength) : noSum;
