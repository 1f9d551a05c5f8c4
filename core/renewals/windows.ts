import { addMonths, type Day } from '../kernel/day.ts';

/**
 * The days on which a renewal can be ordered so that its payment is registered in time; both ends belong to
 * it (rule I2).
 */
export interface RenewalWindow {
  readonly id: string;
  readonly from: Day;
  /** The latest safe day of the payment method (rule G4). */
  readonly to: Day;
}

/**
 * The window of one service: from its notice day, `noticeMonths` before the expiry (default 3), or from today
 * where that is later,
 * to the latest safe day. `from` may lie after `to`: then it is too late for this method.
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
