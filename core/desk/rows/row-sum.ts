import { z } from '../../kernel/parse.ts';
import type { Tables, WorkspaceChange, WorkspaceRows } from './state.ts';

/** Fields in one order, so that equal rows are equal texts. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Two sums of 32 bits over the letters of a text (FNV-1a). They are no proof against a forger. */
function sumOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}

/** A row, by its table and id. */
type Place = Pick<WorkspaceChange, 'table' | 'id'>;

/** What a row says, as a short text; empty for no row. Rows that say something else have other texts. */
export function rowSum(workspace: Tables<WorkspaceRows>, { table, id }: Place): string {
  const row: unknown = workspace[table].get(id);
  return row === undefined ? '' : sumOf(JSON.stringify(row, inOrder));
}

/** What the row said that a person began to change (see rowSum). Absent: nobody looked. */
export interface Seen {
  readonly seen?: string;
}
export const seen = z.string().max(20).exactOptional();

/** Whether somebody else has changed a row after a person began to change it whole. */
export const isOvertaken = (
  workspace: Tables<WorkspaceRows>,
  place: Place,
  before: string | undefined,
): boolean => before !== undefined && before !== rowSum(workspace, place);
