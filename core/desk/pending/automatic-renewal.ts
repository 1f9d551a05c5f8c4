import { phaseOf } from '../../services/lifecycle.ts';
import type { Service } from '../../services/service.ts';
import type { AppState, Outgoing } from '../rows/state.ts';

/**
 * Replica + pending: the vendor's state and the command that would change it. A refused command changes
 * nothing.
 */
export interface RenewalSwitch {
  readonly on: boolean;
  readonly pending: { readonly entry: Outgoing; readonly on: boolean } | null;
  readonly refused: Outgoing | null;
}

/** Of two commands the one that is sent later. The order of the rows does not matter. */
const later = (known: Outgoing | null, entry: Outgoing): Outgoing =>
  known !== null && known.order > entry.order ? known : entry;

/** The state of a service's automatic renewal (rules F). */
export function renewalSwitch({ workspace }: AppState, { id, automaticRenewal }: Service): RenewalSwitch {
  let pending: RenewalSwitch['pending'] = null;
  let refused: Outgoing | null = null;
  for (const entry of workspace.outbox.values()) {
    const { command } = entry;
    if (command.kind !== 'service/automatic-renewal' || command.serviceId !== id) continue;
    if (entry.state === 'refused') refused = later(refused, entry);
    else if (later(pending?.entry ?? null, entry) === entry) pending = { entry, on: command.on };
  }
  return { on: automaticRenewal, pending, refused };
}

/**
 * The button of a service: "Rinnova", "Riattiva" in grace, or neither. Both are hidden if automatic renewal
 * is on or being switched on (rules D3, D4, F).
 */
export function renewalAction(state: AppState, service: Service): 'renew' | 'reactivate' | null {
  const phase = phaseOf(service, state.today);
  if (phase === 'waiting' || phase === 'deleted' || isAutomatic(state, service)) return null;
  return phase === 'grace' ? 'reactivate' : 'renew';
}

/**
 * True if automatic renewal is on at the vendor or being switched on. A switch to off counts when the vendor
 * has processed it.
 */
export function isAutomatic(state: AppState, service: Service): boolean {
  const { on, pending } = renewalSwitch(state, service);
  return on || pending?.on === true;
}
