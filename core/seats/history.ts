import type { PersonId, ServiceId } from '../kernel/id.ts';
import { z } from '../kernel/parse.ts';
import { personIdSchema } from '../people/person.ts';
import { panelPermissions, samePermissions, type PanelPermission } from '../services/permission.ts';
import { serviceIdSchema } from '../services/service.ts';
import type { Seat } from './seat.ts';

/** `moved`: the seat moved to another row of the staff list, of the same person. */
export const seatEvents = ['assigned', 'freed', 'permissions', 'username', 'moved'] as const;
export type SeatEvent = (typeof seatEvents)[number];

/**
 * Something that happened to a seat. It is kept for ever. Names are the names of that time. After an erasure
 * a pseudonym replaces the person's name.
 */
export interface HistoryEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /**
   * The account that made the change, or that sent the deletion which the vendor confirms. Null if the
   * change came by itself: an order was activated.
   */
  readonly by: string | null;
  readonly event: SeatEvent;
  readonly personId: PersonId;
  readonly personName: string;
  readonly serviceId: ServiceId;
  readonly holder: string;
  readonly username: string;
  readonly permissions: readonly PanelPermission[];
}

export const historySchema = z.object({
  id: z.string(),
  at: z.number(),
  by: z.string().nullable(),
  event: z.enum(seatEvents),
  personId: personIdSchema,
  personName: z.string(),
  serviceId: serviceIdSchema,
  holder: z.string(),
  username: z.string(),
  permissions: z.array(z.enum(panelPermissions)),
});

/** The event of a changed seat row. Null if nothing important has changed. */
export function eventOf(before: Seat | undefined, after: Seat | null): SeatEvent | null {
  if (after === null) return before === undefined ? null : 'freed';
  if (before === undefined) return 'assigned';
  if (before.username !== after.username) return 'username';
  return samePermissions(before.permissions, after.permissions) ? null : 'permissions';
}
