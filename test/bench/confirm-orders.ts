// Orders that wait in the outbox of a large firm.
import type { Command } from '../../core/desk/command.ts';
import {
  applyChanges,
  type AppState,
  type ReplicaRows,
  type WorkspaceRows,
} from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { Host } from '../../core/host/host.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { confirmedOrder } from '../support/confirmed-order.ts';

function stateOf(host: Host): AppState {
  const { changes, today } = host.snapshot();
  const [workspace, replica] = [emptyWorkspace(), emptyReplica()];
  applyChanges<WorkspaceRows & ReplicaRows>({ ...workspace, ...replica }, changes);
  return { workspace, replica, today };
}

/** Throws if the command is refused. */
export function must(host: Host, command: Command): void {
  const done = host.submit(command);
  if (!done.ok) throw new Error(`${command.type}: ${JSON.stringify(done.error)}`);
}

/** Confirms one order for each of `count` services, from the service with this number on. */
export function confirmOrders(host: Host, count: number, first = 0): void {
  const numbers = Array.from({ length: count }, (_, index) => first + index);
  for (const number of numbers) must(host, { type: 'cart/open', serviceId: `fe-${number}` as ServiceId });
  const state = stateOf(host);
  for (const number of numbers) must(host, confirmedOrder(state, `service-fe-${number}`));
}
