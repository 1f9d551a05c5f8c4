import type { Day } from '../kernel/day.ts';
import type { PersonId, ServiceId } from '../kernel/id.ts';
import { personDaySchema, z } from '../kernel/parse.ts';
import { personIdSchema } from '../people/person.ts';
import { serviceIdSchema } from '../services/service.ts';
import { panelPermissions, type PanelPermission } from '../services/permission.ts';

/** A person on a service: at most one seat for the pair (rule H2). */
export type SeatId = `${ServiceId}/${PersonId}`;

export const seatId = (serviceId: ServiceId, personId: PersonId): SeatId => `${serviceId}/${personId}`;

/** Somebody needs a seat on a service; whether they have one is another question. */
export interface SeatNeed {
  readonly id: SeatId;
  readonly serviceId: ServiceId;
  readonly personId: PersonId;
  /** What the seat is to start with (rule H4); null for the base alone. */
  readonly permissions: readonly PanelPermission[] | null;
  /** The place in the queue: a lower number waits longer. `id` decides between equal numbers of two desks. */
  readonly order: number;
}

/** Seats, the oldest first. The order of the rows does not matter. */
export const byAge = (a: Seat, b: Seat): number =>
  a.since < b.since ? -1 : a.since > b.since ? 1 : a.username < b.username ? -1 : 1;

/** Those who wait, the longest first. The order of the rows does not matter. */
export const byQueue = (a: SeatNeed, b: SeatNeed): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** The place behind everybody who waits now. */
export function lastInQueue(needs: Iterable<SeatNeed>): number {
  let last = 0;
  for (const { order } of needs) last = Math.max(last, order);
  return last + 1;
}

/**
 * A seat held by a person, with the username proposed or used in the panel. Counts are derived from these,
 * never stored.
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
    // Documents from before rules by department have none.
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
