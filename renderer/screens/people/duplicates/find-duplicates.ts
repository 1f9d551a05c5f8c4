import type { AppState } from '../../../../core/desk/rows/state.ts';
import { proposeDuplicates, type Duplicate } from '../../../../core/people/duplicates.ts';

let last: { readonly rows: readonly unknown[]; readonly found: readonly Duplicate[] } = {
  rows: [],
  found: [],
};

/**
 * The possible duplicates of a state. They are computed again only if a person's row has changed: most
 * events change other rows.
 */
export function findDuplicates({ workspace: { people, apart } }: AppState): readonly Duplicate[] {
  const rows = [...people.values(), ...apart.values()];
  const isSame = rows.length === last.rows.length && rows.every((row, index) => row === last.rows[index]);
  if (!isSame) last = { rows, found: proposeDuplicates(people.values(), apart) };
  return last.found;
}
