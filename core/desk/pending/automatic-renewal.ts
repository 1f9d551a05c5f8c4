import { phaseOf } from '../../services/lifecycle.ts';
import type { Service } from '../../services/service.ts';
import type { AppState, Outgoing } from '../rows/state.ts';

/**
 * Replica + pending: the vendor's word, and the command that would change it; one that was refused changes
 * nothing any more.
 */
export interface RenewalSwitch {
  readonly on: boolean;
  readonly pending: { readonly entry: Outgoing; readonly on: boolean } | null;
  readonly refused: Outgoing | null;
}

/** Of two commands the one that is sent later: the order of the rows does not matter. */
const later = (known: Outgoing | null, entry: Outgoing): Outgoing =>
  known !== null && known.order > entry.order ? known : entry;

/** Where the automatic renewal of a service stands (rules F). */
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
 * "Rinnova", "Riattiva" in grace, or neither: with automatic renewal on, or being switched on, they are
 * hidden (rules D3, D4, F).
 */
export function renewalAction(state: AppState, service: Service): 'renew' | 'reactivate' | null {
  const phase = phaseOf(service, state.today);
  if (phase === 'waiting' || phase === 'deleted' || isAutomatic(state, service)) return null;
  return phase === 'grace' ? 'reactivate' : 'renew';
}

/** On at the vendor, also while a switch off is still on its way, or on its way to be. */
export function isAutomatic(state: AppState, service: Service): boolean {
  const { on, pending } = renewalSwitch(state, service);
  return on || pending?.on === true;
}
