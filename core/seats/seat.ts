import type { Day } from '../kernel/day.ts';
import type { PersonId, ServiceId } from '../kernel/id.ts';
import { personDaySchema, z } from '../kernel/parse.ts';
import { personIdSchema } from '../people/person.ts';
import { serviceIdSchema } from '../services/service.ts';
import { panelPermissions, type PanelPermission } from '../services/permission.ts';

/** A person on a service. A pair has at most one seat (rule H2). */
export type SeatId = `${ServiceId}/${PersonId}`;

/** The id of the seat, and of the need, of a person on a service. */
export const seatId = (serviceId: ServiceId, personId: PersonId): SeatId => `${serviceId}/${personId}`;

/** A person needs a seat on a service, whether or not the person has one. */
export interface SeatNeed {
  readonly id: SeatId;
  readonly serviceId: ServiceId;
  readonly personId: PersonId;
  /** The permissions that the seat starts with (rule H4). Null means reading only. */
  readonly permissions: readonly PanelPermission[] | null;
  /**
   * The place in the queue: a lower number has waited longer. `id` decides if two desks gave the same number.
   */
  readonly order: number;
}

/** Sorts seats, the oldest first. The result does not depend on the order of the rows. */
export const byAge = (a: Seat, b: Seat): number =>
  a.since < b.since ? -1 : a.since > b.since ? 1 : a.username < b.username ? -1 : 1;

/** Sorts people who wait, the longest first. The result does not depend on the order of the rows. */
export const byQueue = (a: SeatNeed, b: SeatNeed): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** The place behind everybody who waits now. */
export function lastInQueue(needs: Iterable<SeatNeed>): number {
  let last = 0;
  for (const { order } of needs) last = Math.max(last, order);
  return last + 1;
}

/**
 * A seat held by a person. The username is proposed, or already used in the panel. Counts are derived
 * from seats and never stored.
 */
export interface Seat {
  readonly id: SeatId;
  readonly serviceId: ServiceId;
  readonly personId: PersonId;
  readonly username: string;
  readonly permissions: readonly PanelPermission[];
  readonly since: Day;
}

export const seatNeedSchema = z
  .object({
    id: z.string(),
    serviceId: serviceIdSchema,
    personId: personIdSchema,
    // Old documents do not have this field.
    permissions: z.array(z.enum(panelPermissions)).nullable().default(null),
    order: z.int().min(0),
  })
  .transform((need): SeatNeed => ({ ...need, id: seatId(need.serviceId, need.personId) }));

export const seatSchema = z
  .object({
    id: z.string(),
    serviceId: serviceIdSchema,
    personId: personIdSchema,
    username: z.string().max(64),
    permissions: z.array(z.enum(panelPermissions)),
    since: personDaySchema,
  })
  .transform((seat): Seat => ({ ...seat, id: seatId(seat.serviceId, seat.personId) }));
