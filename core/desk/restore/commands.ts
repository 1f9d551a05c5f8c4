import { z } from '../../kernel/parse.ts';
import { command, type Decision } from '../define-command.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import { workspaceSchemas, workspaceTables } from '../rows/tables.ts';
import { heldBack } from './held-back.ts';
import { rowSum } from '../rows/row-sum.ts';
import type { RestoreRefusal } from './refusals.ts';
import { isFrozen, restoreRules } from './restore-rule.ts';

const changeSchema = z.discriminatedUnion(
  'table',
  workspaceTables.map((table) =>
    z.object({ table: z.literal(table), id: z.string(), value: workspaceSchemas[table].nullable() }),
  ) as never,
) as unknown as z.ZodType<WorkspaceChange>;

/**
 * Writes the rows of an older state (see differences). Refuses all of them if one may not go back, or if one
 * is no longer what it was when the restore was prepared: a colleague may have changed it meanwhile. `seen`:
 * what they said then, in the order of the changes (see rowSum).
 */
function restore(
  { workspace }: AppState,
  { changes, seen }: { readonly changes: readonly WorkspaceChange[]; readonly seen?: readonly string[] },
): Decision<RestoreRefusal> {
  if (seen !== undefined && changes.some((change, index) => rowSum(workspace, change) !== seen[index]))
    return { ok: false, error: { reason: 'restore-overtaken' } };
  const isHeldBack = heldBack(workspace, changes);
  const mayGoBack = (change: WorkspaceChange): boolean => {
    if (isHeldBack(change)) return false;
    const { table, id, value } = change;
    const row = workspace[table].get(id);
    if (restoreRules[table] === 'stays' || (table === 'people' && workspace.erased.has(id))) return false;
    if (row === undefined) return value !== null;
    return restoreRules[table] === 'back' && !isFrozen(table, row as never);
  };
  return changes.every(mayGoBack)
    ? { ok: true, value: [...changes] }
    : { ok: false, error: { reason: 'not-restorable' } };
}

/** The program itself gives this command: no page may send it (core/bridge/schemas.ts). */
export const restoreCommands = {
  'studio/restore': command(
    {
      changes: z.array(changeSchema).max(2_000_000),
      seen: z.array(z.string().max(20)).max(2_000_000).exactOptional(),
    },
    restore,
  ),
};
