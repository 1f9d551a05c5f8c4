import { addMonths, type Day } from '../kernel/day.ts';

/**
 * The days on which a renewal can be ordered so that its payment is registered in time (rule
 * I2). Both ends are included.
 */
export interface RenewalWindow {
  readonly id: string;
  readonly from: Day;
  /** The latest safe day of the payment method (rule G4). */
  readonly to: Day;
}

/**
 * The window of one service. It begins on the notice day, `noticeMonths` before the expiry (default
 * 3), or today if that is later. It ends on the latest safe day. If `from` is after `to`, it is too
 * late for this payment method.
 */
export function renewalWindow({
  id,
  expiry,
  anchor,
  latestSafe,
  today,
  noticeMonths = 3,
}: {
  readonly id: string;
  readonly expiry: Day;
  readonly anchor: number;
  readonly latestSafe: Day;
  readonly today: Day;
  readonly noticeMonths?: number;
}): RenewalWindow {
  const notice = addMonths(expiry, -noticeMonths, anchor);
  return { id, from: notice > today ? notice : today, to: latestSafe };
}
