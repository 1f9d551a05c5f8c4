import { create } from 'zustand';
import {
  applyChanges,
  type AppState,
  type ReplicaChange,
  type ReplicaRows,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type {
  Bridge,
  ChangedEvent,
  DueReminders,
  ScreenChange,
  Snapshot,
  StoreNotice,
  SyncStatus,
} from '../../core/bridge/contract.ts';

/** The mirror of the main process's state: rows as they came, never edited here. */
interface ShownDesk {
  readonly ready: boolean;
  readonly revision: number;
  readonly state: AppState;
  readonly sync: SyncStatus;
  readonly reminders: DueReminders;
  readonly notices: readonly StoreNotice[];
  readonly simulated: boolean;
  readonly undoable: ChangedEvent['undoable'];
  readonly redoable: ChangedEvent['redoable'];
  /** Grows with every change of what deadlines and sessions come from, or are called by. */
  readonly dated: number;
}

const workspace = emptyWorkspace();
const replica = emptyReplica();

const isWorkspaceChange = (change: ScreenChange): change is WorkspaceChange => change.table in workspace;
const isReplicaChange = (change: ScreenChange): change is ReplicaChange => change.table in replica;

function write(changes: readonly ScreenChange[]): void {
  applyChanges<WorkspaceRows>(workspace, changes.filter(isWorkspaceChange));
  applyChanges<ReplicaRows>(replica, changes.filter(isReplicaChange));
}

const datedTables: ReadonlySet<ScreenChange['table']> = new Set([
  'services',
  'orders',
  'priceLists',
  'ownPriceLists',
  'firm',
  'planChoices',
] as const);

export const useDesk = create<ShownDesk>()(() => ({
  ready: false,
  revision: 0,
  // A revision's state is only looked at while it is the newest: its tables are the same maps, filled
  // further.
  state: { workspace, replica, today: '2000-01-01' as AppState['today'] },
  sync: { link: 'connecting', pending: 0, lastSync: null, nextTry: null },
  reminders: { toTell: [], onScreen: [] },
  notices: [],
  simulated: false,
  undoable: null,
  redoable: null,
  dated: 0,
}));

/**
 * A new state object only where rows or the day changed: news of the link alone must not make a screen
 * compute anew.
 */
function show(
  next: Pick<ChangedEvent, 'changes' | 'revision' | 'today' | 'sync' | 'reminders' | 'undoable' | 'redoable'>,
  rest: Partial<ShownDesk> = {},
): void {
  const { state, dated } = useDesk.getState();
  const same = next.changes.length === 0 && next.today === state.today;
  useDesk.setState({
    revision: next.revision,
    state: same ? state : { workspace, replica, today: next.today },
    sync: next.sync,
    reminders: next.reminders,
    undoable: next.undoable,
    redoable: next.redoable,
    dated:
      next.today === state.today && !next.changes.some(({ table }) => datedTables.has(table))
        ? dated
        : dated + 1,
    ...rest,
  });
}

/**
 * Takes the first picture and follows every change; where events come before it or out of turn, a new picture
 * has them.
 */
export async function followDesk(bridge: Bridge): Promise<void> {
  /** The newest revision that was told. */
  let told = 0;
  let taking = true;

  bridge.onChanged((event) => {
    told = Math.max(told, event.revision);
    const { ready, revision } = useDesk.getState();
    if (taking || event.revision <= revision) return;
    if (!ready || event.revision > revision + 1) {
      void takePicture();
      return;
    }
    write(event.changes);
    show(event);
  });
  await takePicture();

  /**
   * Until it is as new as what was told in the meantime: nothing else may ever come, and this window would
   * stay behind the others.
   */
  async function takePicture(): Promise<void> {
    taking = true;
    try {
      let snapshot: Snapshot;
      do snapshot = await bridge.call('app/snapshot', null);
      while (snapshot.revision < told);
      showPicture(snapshot);
    } finally {
      taking = false;
    }
  }
}

function showPicture(snapshot: Snapshot): void {
  for (const table of [...Object.values(workspace), ...Object.values(replica)]) table.clear();
  const changes = JSON.parse(snapshot.rows) as readonly ScreenChange[];
  write(changes);
  show({ ...snapshot, changes }, { ready: true, notices: snapshot.notices, simulated: snapshot.simulated });
}
