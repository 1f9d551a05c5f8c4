import type { ScreenChange } from '../../core/bridge/contract.ts';
import { changing } from '../../core/desk/rows/changing.ts';
import type {
  AppState,
  ReplicaChange,
  ReplicaRows,
  WorkspaceChange,
  WorkspaceRows,
} from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { Steps } from '../../core/kernel/steps.ts';

export const noWorkspace = emptyWorkspace();
export const noReplica = emptyReplica();

const isWorkspaceChange = (change: ScreenChange): change is WorkspaceChange => change.table in noWorkspace;
const isReplicaChange = (change: ScreenChange): change is ReplicaChange => change.table in noReplica;

/**
 * The state after rows that came as texts, a step each. It is the same object if neither a row nor the day
 * changed, so that news of the link alone makes no screen compute anew. A state that a screen holds never
 * changes.
 */
export function* takeChanges(
  state: AppState,
  rows: readonly string[],
  today: AppState['today'],
): Steps<AppState> {
  const workspace = changing<WorkspaceRows>(state.workspace);
  const replica = changing<ReplicaRows>(state.replica);
  for (const [index, text] of rows.entries()) {
    if (index > 0) yield index / rows.length;
    const changes = JSON.parse(text) as readonly ScreenChange[];
    workspace.write(changes.filter(isWorkspaceChange));
    replica.write(changes.filter(isReplicaChange));
  }
  const next = { workspace: workspace.tables(), replica: replica.tables(), today };
  const same = next.workspace === state.workspace && next.replica === state.replica && today === state.today;
  return same ? state : next;
}
