import { addDays, addMonths, daysBetween, type Day } from '../kernel/day.ts';
import { expiryOf, type Service } from './service.ts';

/** The days that matter around an expiry E (rules F). */
export interface Milestones {
  readonly notice: Day;
  readonly yellow: Day;
  readonly automaticDebit: Day;
  readonly registrationLimit: Day;
  readonly graceEnd: Day;
  readonly deletion: Day;
}

/**
 * Notice E-3 months, yellow E-60, registered by E-15, debit E-7, read-only to E+90, deleted at E+91 (rules
 * F).
 */
export const milestones = (expiry: Day, anchor?: number): Milestones => ({
  notice: addMonths(expiry, -3, anchor),
  yellow: addDays(expiry, -60),
  registrationLimit: addDays(expiry, -15),
  automaticDebit: addDays(expiry, -7),
  graceEnd: addDays(expiry, 90),
  deletion: addDays(expiry, 91),
});

/** Where a service stands today. `late`: active, but a renewal can no longer be registered by E-15. */
export type LifePhase = 'waiting' | 'active' | 'renew-soon' | 'late' | 'grace' | 'deleted';

/** The phase of a service on a day (rules F); a service with no active period yet is `waiting`. */
export function phaseOf(service: Service, today: Day): LifePhase {
  const expiry = expiryOf(service);
  if (
    expiry === undefined ||
    service.state === 'awaiting-payment' ||
    service.state === 'awaiting-activation' ||
    service.state === 'activation-failed'
  )
    return 'waiting';
  // The milestones as days to go: this is asked of every service of the desk at once.
  const toGo = daysBetween(today, expiry);
  if (toGo < -90) return 'deleted';
  if (toGo < 0) return 'grace';
  if (toGo < 15) return 'late';
  return toGo <= 60 ? 'renew-soon' : 'active';
}

/** Users can be added, and the service renewed without reactivation: it is running today (rules D1, D4). */
export const isRunning = (service: Service, today: Day): boolean => isRunningPhase(phaseOf(service, today));

/** The same of a phase that is known already. */
export const isRunningPhase = (phase: LifePhase): boolean =>
  phase === 'active' || phase === 'renew-soon' || phase === 'late';

export const daysToExpiry = (service: Service, today: Day): number | undefined => {
  const expiry = expiryOf(service);
  return expiry === undefined ? undefined : daysBetween(today, expiry);
};
