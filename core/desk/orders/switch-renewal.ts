import type { CommandKey, ServiceId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { phaseOf } from '../../services/lifecycle.ts';
import type { Decision, IdOf } from '../define-command.ts';
import { renewalSwitch } from '../pending/automatic-renewal.ts';
import { outgoing } from '../pending/outgoing.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import type { OrdersRefusal } from './refusals.ts';

/**
 * Switches automatic renewal through the outbox. Changes nothing if it already stands so. Takes back a switch
 * that has surely not left yet. Refused while an earlier switch may have arrived, and for a service that does
 * not run.
 */
export function setAutomaticRenewal(
  state: AppState,
  { serviceId, on }: { readonly serviceId: ServiceId; readonly on: boolean },
  idOf: IdOf,
): Decision<OrdersRefusal> {
  const service = state.replica.services.get(serviceId);
  if (service === undefined) return err({ reason: 'unknown', what: 'service' });
  const phase = phaseOf(service, state.today);
  if (phase === 'waiting') return err({ reason: 'service-not-active' });
  if (phase === 'deleted') return err({ reason: 'service-deleted' });
  const { on: now, pending, refused } = renewalSwitch(state, service);
  if (pending?.on === on) return ok([]);
  if (pending !== null && pending.entry.state !== 'queued')
    return err({ reason: 'renewal-switch-on-its-way', holder: service.holder });
  const changes: WorkspaceChange[] = [pending?.entry, refused ?? undefined].flatMap((entry) =>
    entry === undefined ? [] : [{ table: 'outbox', id: entry.id, value: null } satisfies WorkspaceChange],
  );
  if (now !== on)
    changes.push(
      outgoing(state, idOf(`automatic-renewal ${serviceId}`) as CommandKey, {
        kind: 'service/automatic-renewal',
        serviceId,
        on,
      }),
    );
  return ok(changes);
}
