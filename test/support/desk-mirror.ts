// The screen's side of the bridge without a screen. Events fill its tables, which must always
// equal a new snapshot.
import {
  applyChanges,
  type ReplicaChange,
  type ReplicaRows,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { ChangedEvent, ScreenChange } from '../../core/bridge/contract.ts';
import type { Host } from '../../core/host/host.ts';
import { rowsThatDiffer } from './workspace-bench.ts';

export interface DeskMirror {
  /** The difference between the mirror and a new snapshot. Empty if they are equal. */
  difference(): string;
  readonly events: readonly ChangedEvent[];
  /** Differences found while events arrived, and revisions in the wrong order. */
  readonly complaints: readonly string[];
}

export function deskMirror(host: Host): DeskMirror {
  const workspace = emptyWorkspace();
  const replica = emptyReplica();
  const isWorkspace = (change: ScreenChange): change is WorkspaceChange => change.table in workspace;
  const isReplica = (change: ScreenChange): change is ReplicaChange => change.table in replica;
  const events: ChangedEvent[] = [];
  const complaints: string[] = [];

  function write(changes: readonly ScreenChange[]): void {
    applyChanges<WorkspaceRows>(workspace, changes.filter(isWorkspace));
    applyChanges<ReplicaRows>(replica, changes.filter(isReplica));
  }

  const first = host.snapshot();
  write(first.changes);
  let { revision, today, sync, undoable, reminders } = first;

  function difference(): string {
    const snapshot = host.snapshot();
    const fresh = { ...emptyWorkspace(), ...emptyReplica() };
    applyChanges<WorkspaceRows & ReplicaRows>(fresh, snapshot.changes);
    const rest = JSON.stringify([revision, today, sync, undoable, reminders]);
    const realRest = JSON.stringify([
      snapshot.revision,
      snapshot.today,
      snapshot.sync,
      snapshot.undoable,
      snapshot.reminders,
    ]);
    if (rest !== realRest) return `${rest} instead of ${realRest}`;
    const rows = rowsThatDiffer({ ...workspace, ...replica }, fresh);
    return rows.length === 0 ? '' : `rows differ: ${rows.slice(0, 5).join(', ')}`;
  }

  host.onChanged((event) => {
    if (event.revision !== revision + 1) complaints.push(`revision ${event.revision} after ${revision}`);
    events.push(event);
    ({ revision, today, sync, undoable, reminders } = event);
    write(event.changes);
    const found = difference();
    if (found !== '') complaints.push(`at revision ${revision}: ${found}`);
  });

  return { difference, events, complaints };
}
