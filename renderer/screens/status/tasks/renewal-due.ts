import type { AppState } from '../../../../core/desk/rows/state.ts';
import { addDays, type Day } from '../../../../core/kernel/day.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { latestDayFor, latestSafeDay, type PaymentMethod } from '../../../../core/orders/payment.ts';
import type { Figures } from '../../../../core/quotes/figures.ts';
import { milestones } from '../../../../core/services/lifecycle.ts';
import { baseItem, expiryOf, type Service } from '../../../../core/services/service.ts';

/** A day that is this near, in days, is late. */
const nearDays = 14;

/** True if a day is so near that something is lost soon, or has passed. */
export const presses = (due: Day, today: Day): boolean => due <= addDays(today, nearDays);

/** The same for the last day of something about a service. In grace every day is late. */
export const isLate = (
  due: Day | null,
  { replica, today }: AppState,
  serviceId: ServiceId | null,
): boolean => {
  const service = serviceId === null ? undefined : replica.services.get(serviceId);
  const expiry = service === undefined ? undefined : expiryOf(service);
  return due !== null && (presses(due, today) || (expiry !== undefined && expiry < today));
};

/** The last day of grace of an expiry (rules F). */
export const lastOfGrace = (expiry: Day): Day => milestones(expiry).graceEnd;

/**
 * The last day on which a renewal that is not ordered yet helps: by transfer, else by card (rule G4), else
 * the expiry. After the expiry the last day of grace.
 */
export function renewableUntil(expiry: Day, today: Day): Day {
  const byTransfer = latestSafeDay('bank-transfer', expiry);
  const byCard = latestSafeDay('card', expiry);
  if (byTransfer >= today) return byTransfer;
  if (byCard >= today) return byCard;
  return expiry >= today ? expiry : lastOfGrace(expiry);
}

/**
 * The same once the way to pay is chosen: its latest safe day (rule G4), in grace the last day on which a
 * payment is registered before the deletion.
 */
const payableUntil = (method: PaymentMethod, expiry: Day, today: Day): Day =>
  expiry >= today ? latestSafeDay(method, expiry) : latestDayFor(method, lastOfGrace(expiry));

/**
 * The last day to pay an order, by the first of the expiries that it moves: the service's, or that of items
 * which end before it. Null if it moves none.
 */
export function payBy(
  { lines }: Pick<Figures, 'lines'>,
  service: Service,
  method: PaymentMethod,
  today: Day,
): Day | null {
  const base = baseItem(service);
  if (base === undefined) return null;
  const days = lines.flatMap(({ kind, reason, expiry, newExpiry }) => {
    if (reason === 'bought') return [];
    if (kind === service.kind)
      return newExpiry > base.expiry ? [payableUntil(method, base.expiry, today)] : [];
    const early = newExpiry > expiry && expiry >= today && expiry < base.expiry;
    return early ? [latestDayFor(method, expiry)] : [];
  });
  return days.sort()[0] ?? null;
}
