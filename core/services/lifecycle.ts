import { addDays, addMonths, daysBetween, type Day } from '../kernel/day.ts';
import { expiryOf, graceDays, type Service } from './service.ts';

/** The important days around an expiry E (rules F). */
export interface Milestones {
  readonly notice: Day;
  readonly yellow: Day;
  readonly automaticDebit: Day;
  readonly registrationLimit: Day;
  readonly graceEnd: Day;
  readonly deletion: Day;
}

/** The day of the automatic debit, 7 days before the expiry (rules F). */
export const automaticDebitOf = (expiry: Day): Day => addDays(expiry, -7);

/**
 * The milestones of an expiry (rules F): notice 3 months before, yellow 60 days before, registration limit 15
 * days before, automatic debit 7 days before, read-only until 90 days after, deleted 91 days after.
 */
export const milestones = (expiry: Day, anchor?: number): Milestones => ({
  notice: addMonths(expiry, -3, anchor),
  yellow: addDays(expiry, -60),
  registrationLimit: addDays(expiry, -15),
  automaticDebit: automaticDebitOf(expiry),
  graceEnd: addDays(expiry, graceDays),
  deletion: addDays(expiry, graceDays + 1),
});

/** The phase of a service today. `late`: it is active, but a renewal can no longer be registered by E-15. */
export type LifePhase = 'waiting' | 'active' | 'renew-soon' | 'late' | 'grace' | 'deleted';

/** The phase of a service on a day (rules F). A service that has no active period yet is `waiting`. */
export function phaseOf(service: Service, today: Day): LifePhase {
  const expiry = expiryOf(service);
  if (
    expiry === undefined ||
    service.state === 'awaiting-payment' ||
    service.state === 'awaiting-activation' ||
    service.state === 'activation-failed'
  )
    return 'waiting';
  // Counts days instead of computing all milestones: every service of the desk is asked at once.
  const toGo = daysBetween(today, expiry);
  if (toGo < -graceDays) return 'deleted';
  if (toGo < 0) return 'grace';
  if (toGo < 15) return 'late';
  return toGo <= 60 ? 'renew-soon' : 'active';
}

/**
 * Whether the service runs today: users can be added, and it is renewed without reactivation (rules D1, D4).
 */
export const isRunning = (service: Service, today: Day): boolean => isRunningPhase(phaseOf(service, today));

/** The same question for a known phase. */
export const isRunningPhase = (phase: LifePhase): boolean =>
  phase === 'active' || phase === 'renew-soon' || phase === 'late';

/** Days from today to the expiry, negative after it. Undefined if the service has no expiry yet. */
export const daysToExpiry = (service: Service, today: Day): number | undefined => {
  const expiry = expiryOf(service);
  return expiry === undefined ? undefined : daysBetween(today, expiry);
};
