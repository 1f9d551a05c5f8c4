import { create } from 'zustand';
import type { SyncStatus } from '../../core/bridge/sync-status.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { finish, type Steps } from '../../core/kernel/steps.ts';
import { runSteps } from '../components/run-steps.ts';
import { noReplica, noWorkspace, takeChanges } from './take-changes.ts';
import type {
  Bridge,
  ChangedEvent,
  ChangedMessage,
  DueReminders,
  FolderWriter,
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

/** The state of the link to the vendor: in a shared studio it is the server's. */
export const vendorSync = ({ sync }: ShownDesk): Omit<SyncStatus, 'vendor'> => sync.vendor ?? sync;

/** Shows what came: the state after its rows, and the news beside it. */
function show(next: Omit<ChangedMessage, 'rows'>, state: AppState, rest: Partial<ShownDesk> = {}): void {
  useDesk.setState({
    revision: next.revision,
    state,
    sync: next.sync,
    reminders: next.reminders,
    notices: next.notices,
    storage: next.storage,
    undoable: next.undoable,
    redoable: next.redoable,
    ...rest,
    // A desk that joins a shared sample learns only from its rows that it is one.
    ...(next.sync.vendor !== undefined && { simulated: true }),
  });
}

/** Events whose rows are still being read, oldest first. A short one waits only for those before it. */
const unread: ChangedMessage[] = [];
let reading: Promise<void> = Promise.resolve();

/** Resolves when everything that has come is shown. */
export const allShown = (): Promise<void> => reading;

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
    if (taking) return;
    if (unread.length === 0 && event.rows.length <= 1) follow(event, finish);
    else if (unread.push(event) === 1) reading = readAll();
  });
  await takePicture();

  /** Shows an event, or takes a picture if events before it are missing. */
  function follow(event: ChangedMessage, read: (steps: Steps<AppState>) => AppState): void {
    const { ready, revision, state } = useDesk.getState();
    if (event.revision <= revision) return;
    if (!ready || event.revision > revision + 1) void takePicture();
    else show(event, read(takeChanges(state, event.rows, event.today)));
  }

  /** Reads long events in slices, so that the window answers meanwhile. Each is shown as a whole. */
  async function readAll(): Promise<void> {
    for (let event = unread[0]; event !== undefined; event = unread[0]) {
      const before = useDesk.getState().state;
      const state = await runSteps(takeChanges(before, event.rows, event.today));
      unread.shift();
      // A picture that came meanwhile may have other rows.
      const stillThere = useDesk.getState().state === before && state !== null;
      follow(event, stillThere ? () => state : finish);
    }
  }

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
  const { ready } = useDesk.getState();
  const nothing = { workspace: noWorkspace, replica: noReplica, today: snapshot.today };
  show(snapshot, finish(takeChanges(nothing, [snapshot.rows], snapshot.today)), {
    ready: true,
    user: snapshot.user,
    writtenBy: snapshot.writtenBy,
    simulated: snapshot.simulated,
    simulatorInside: snapshot.simulatorInside,
    backendAddress: snapshot.backendAddress,
  });
  if (!ready) opened(snapshot);
}
