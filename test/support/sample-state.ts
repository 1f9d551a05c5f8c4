// The sample studio as a plain state without a host, for tests of decisions.
import type { IdOf } from '../../core/desk/define-command.ts';
import { decide } from '../../core/desk/decide.ts';
import type { Command, Refusal } from '../../core/desk/command.ts';
import {
  applyChanges,
  type ReplicaTables,
  type WorkspaceChange,
  type WorkspaceRows,
  type WorkspaceTables,
} from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { Day } from '../../core/kernel/day.ts';
import { sampleDesk } from '../../electron/sample/sample-desk.ts';
import { sampleAccount, sampleState } from '../../electron/simulator/sample/sample.ts';
import type { SimulatorDocument } from '../../electron/simulator/state/state.ts';
import { madeBy } from '../../core/desk/made.ts';
import { countingIds } from './counting-ids.ts';
import { day } from './samples.ts';

export interface MutableState {
  readonly workspace: WorkspaceTables;
  readonly replica: ReplicaTables;
  today: Day;
}

export function tell(replica: ReplicaTables, vendor: SimulatorDocument): void {
  replica.services.clear();
  for (const service of vendor.services) replica.services.set(service.id, service);
  for (const order of vendor.orders) replica.orders.set(order.orderNumber, order);
  for (const list of vendor.priceLists) replica.priceLists.set(list.version, list);
}

/** The sample studio on 24/11/2026. Its own service is example E1, and Sanna and Fontana wait. */
export function sampleOffice(today: Day = day('2026-11-24')): {
  readonly state: MutableState;
  readonly vendor: SimulatorDocument;
} {
  const vendor = sampleState(today);
  const state: MutableState = { workspace: emptyWorkspace(), replica: emptyReplica(), today };
  tell(state.replica, vendor);
  applyChanges<WorkspaceRows>(state.workspace, sampleDesk(state, sampleAccount.username));
  return { state, vendor };
}

/** A desk that only decides and applies commands, as the host does. */
export function decideBench({ state } = sampleOffice(), ids = countingIds()) {
  const text = (): string =>
    JSON.stringify(
      [...Object.values(state.workspace), ...Object.values(state.replica)].map(
        (rows: ReadonlyMap<string, unknown>) => [...rows],
      ),
    );
  /** The ids of one command. */
  const idOf = (): IdOf => {
    const commandId = ids.next();
    return (name) => ids.named(commandId, name);
  };
  /** Decides and applies. Throws if the decision itself changed the state. */
  const carryOut = (command: Command) => {
    const before = text();
    const decided = decide(state, command, idOf(), { at: 0, by: 'Maria Bassi', user: 'mbassi' });
    if (text() !== before) throw new Error(`${command.type} touched the state`);
    if (!decided.ok) return decided;
    const made = madeBy(state, decided.value);
    applyChanges<WorkspaceRows>(state.workspace, decided.value);
    return { ok: true, changes: decided.value, made } as const;
  };
  return {
    state,
    carryOut,
    /** Returns the changes without the ids of the new rows. */
    submit(
      command: Command,
    ):
      | { readonly ok: true; readonly changes: readonly WorkspaceChange[] }
      | { readonly ok: false; readonly error: Refusal } {
      const done = carryOut(command);
      return done.ok ? { ok: true, changes: done.changes } : done;
    },
    /** The reason of the refusal. Undefined if the command is accepted. */
    refusal(command: Command): Refusal | undefined {
      const decided = decide(state, command, idOf(), { at: 0, by: 'Maria Bassi', user: 'mbassi' });
      return decided.ok ? undefined : decided.error;
    },
  };
}
