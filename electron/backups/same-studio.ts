// Whether a backup is of the open studio. The studio's name and folder may have changed since, and two
// computers may each have a studio of one name. So ids are compared: no other studio makes the same ones.
import type { WorkspaceTables } from '../../core/desk/rows/state.ts';
import { studioOf } from './backup-name.ts';
import type { FoldedStudio } from './fold-studio.ts';

type Past = Pick<FoldedStudio, 'tables' | 'end' | 'known'>;

/** The ids of rows that only this studio can have. A client's is its VAT number, which two may have. */
const idsOf = ({ people, facts, quotes, purchases, history }: WorkspaceTables): ReadonlySet<string> =>
  new Set([people, facts, quotes, purchases, history].flatMap((rows) => [...rows.keys()]));

/** Whether the last command of one is a command of the other, as far as its sums are known. */
const hasCommand = ({ known }: Past, { end }: Past): boolean =>
  end !== null && end.sum !== '' && known.textUpTo(end.seq) !== '' && !known.differs(end);

/**
 * True if a backup with this name is of the studio `id`. One of its rows is a row of now, or was erased or
 * merged since; or both have one command. If one of them holds no rows yet, the name of the file tells.
 */
export function isSameStudio(
  now: Past,
  old: Past,
  { id, name }: { readonly id: string; readonly name: string },
) {
  const then = idsOf(old.tables);
  const ids = [...idsOf(now.tables), ...now.tables.erased.keys(), ...now.tables.merged.keys()];
  if (ids.some((row) => then.has(row)) || hasCommand(now, old) || hasCommand(old, now)) return true;
  return (then.size === 0 || ids.length === 0) && studioOf(name) === id;
}
