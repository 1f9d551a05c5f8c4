import { create } from 'zustand';
import type { SyncStatus } from '../../core/bridge/sync-status.ts';
import {
  type AppState,
  type ReplicaChange,
  type ReplicaRows,
  type WorkspaceChange,
  type WorkspaceRows,
  withChanges,
} from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type {
  Bridge,
  ChangedEvent,
  DueReminders,
  FolderWriter,
  ScreenChange,
  Snapshot,
} from '../../core/bridge/contract.ts';
import type { StorageTrouble, StoreNotice } from '../../core/bridge/storage.ts';

/** The mirror of the main process's state: rows as they came, never edited here. */
interface ShownDesk {
  readonly ready: boolean;
  /** True if no studio is open: the person chooses one. */
  readonly choosing: boolean;
  readonly revision: number;
  readonly state: AppState;
  readonly sync: SyncStatus;
  readonly reminders: DueReminders;
  readonly notices: readonly StoreNotice[];
  /** Why nothing can be saved; null as long as everything is. */
  readonly storage: StorageTrouble | null;
  /** The system user: the id of their row among the operators. */
  readonly user: string;
  /** Another computer that has the data folder open; null if this program may write. */
  readonly writtenBy: FolderWriter | null;
  readonly simulated: boolean;
  readonly simulatorInside: boolean;
  readonly backendAddress: string | null;
  readonly undoable: ChangedEvent['undoable'];
  readonly redoable: ChangedEvent['redoable'];
}

const noWorkspace = emptyWorkspace();
const noReplica = emptyReplica();

const isWorkspaceChange = (change: ScreenChange): change is WorkspaceChange => change.table in noWorkspace;
const isReplicaChange = (change: ScreenChange): change is ReplicaChange => change.table in noReplica;

export const useDesk = create<ShownDesk>()(() => ({
  ready: false,
  choosing: false,
  revision: 0,
  state: { workspace: noWorkspace, replica: noReplica, today: '2000-01-01' as AppState['today'] },
  sync: { link: 'connecting', pending: 0, lastSync: null, nextTry: null, others: [] },
  reminders: { toTell: [], onScreen: [] },
  notices: [],
  storage: null,
  user: '',
  writtenBy: null,
  simulated: false,
  simulatorInside: false,
  backendAddress: null,
  undoable: null,
  redoable: null,
}));

/**
 * The state after an event. It is the same object if neither a row nor the day changed, so that news of the
 * link alone makes no screen compute anew. A state that a screen holds never changes.
 */
function stateAfter(state: AppState, changes: readonly ScreenChange[], today: AppState['today']): AppState {
  if (changes.length === 0 && today === state.today) return state;
  return {
    workspace: withChanges<WorkspaceRows>(state.workspace, changes.filter(isWorkspaceChange)),
    replica: withChanges<ReplicaRows>(state.replica, changes.filter(isReplicaChange)),
    today,
  };
}

/** Shows what came, on top of the rows of `before`. */
function show(
  next: Pick<
    ChangedEvent,
    'changes' | 'revision' | 'today' | 'sync' | 'reminders' | 'notices' | 'storage' | 'undoable' | 'redoable'
  >,
  before: AppState,
  rest: Partial<ShownDesk> = {},
): void {
  useDesk.setState({
    revision: next.revision,
    state: stateAfter(before, next.changes, next.today),
    sync: next.sync,
    reminders: next.reminders,
    notices: next.notices,
    storage: next.storage,
    undoable: next.undoable,
    redoable: next.redoable,
    ...rest,
  });
}

/**
 * Takes the first picture and follows every change. If events come before it or out of turn, a new picture
 * has them. Calls `opened` once, with the first picture.
 */
export async function followDesk(
  bridge: Bridge,
  opened: (snapshot: Snapshot) => void = () => undefined,
): Promise<void> {
  /** The newest revision that was told. */
  let told = 0;
  let taking = true;

  bridge.onChanged((event) => {
    told = Math.max(told, event.revision);
    const { ready, revision, state } = useDesk.getState();
    if (taking || event.revision <= revision) return;
    if (!ready || event.revision > revision + 1) {
      void takePicture();
      return;
    }
    const { rows, ...news } = event;
    show({ ...news, changes: JSON.parse(rows) as readonly ScreenChange[] }, state);
  });
  await takePicture();

  /**
   * Until it is as new as what was told in the meantime: nothing else may ever come, and this window would
   * stay behind the others.
   */
  async function takePicture(): Promise<void> {
    taking = true;
    try {
      let snapshot: Snapshot | null;
      do snapshot = await bridge.call('app/snapshot', null);
      while (snapshot !== null && snapshot.revision < told);
      if (snapshot === null) useDesk.setState({ choosing: true });
      else showPicture(snapshot, opened);
    } finally {
      taking = false;
    }
  }
}

function showPicture(snapshot: Snapshot, opened: (snapshot: Snapshot) => void): void {
  const changes = JSON.parse(snapshot.rows) as readonly ScreenChange[];
  const { ready, state } = useDesk.getState();
  const { today } = state;
  show(
    { ...snapshot, changes },
    { workspace: noWorkspace, replica: noReplica, today },
    {
      ready: true,
      user: snapshot.user,
      writtenBy: snapshot.writtenBy,
      simulated: snapshot.simulated,
      simulatorInside: snapshot.simulatorInside,
      backendAddress: snapshot.backendAddress,
    },
  );
  if (!ready) opened(snapshot);
}
