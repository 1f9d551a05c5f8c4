import { groupBy } from '../kernel/group-by.ts';
import type { PersonId, ServiceId } from '../kernel/id.ts';
import { z } from '../kernel/parse.ts';
import { hasLeft, type Person } from '../people/person.ts';
import { panelPermissions, type PanelPermission } from '../services/permission.ts';
import { serviceIdSchema } from '../services/service.ts';
import type { Day } from '../kernel/day.ts';
import type { Seat } from './seat.ts';

/**
 * Everybody of a department gets a seat on a service, with these permissions. There is one rule for each pair
 * of department and service; `id` names the pair.
 */
export interface SeatRule {
  readonly id: string;
  readonly department: string;
  readonly serviceId: ServiceId;
  readonly permissions: readonly PanelPermission[];
}

export const seatRuleSchema = z.object({
  id: z.string(),
  department: z.string().min(1).max(100),
  serviceId: serviceIdSchema,
  permissions: z.array(z.enum(panelPermissions)),
});

/**
 * A person should hold a seat on a service, or no longer hold one. Null permissions: keep the present ones,
 * or give a new seat only reading.
 */
export interface SeatWish {
  readonly serviceId: ServiceId;
  readonly personId: PersonId;
  readonly seat: boolean;
  readonly permissions: readonly PanelPermission[] | null;
}

/** Departments that differ only in case are the same: staff lists are typed by hand. */
const departmentKey = (department: string): string => department.trim().toLowerCase();

/**
 * The id of the rule for a department and a service. Case and outer blanks of the department do not count.
 */
export const seatRuleId = (department: string, serviceId: ServiceId): string =>
  `${serviceId}/${departmentKey(department)}`;

/**
 * The wishes of the rules: people of those departments who have not left get a seat (rule
 * H5). In the order of `people`.
 */
export function wishesOfRules(
  rules: Iterable<SeatRule>,
  people: ReadonlyMap<string, Person>,
  today: Day,
): readonly SeatWish[] {
  const byDepartment = groupBy(rules, ({ department }) => departmentKey(department));
  if (byDepartment.size === 0) return [];
  const wishes: SeatWish[] = [];
  for (const person of people.values()) {
    if (hasLeft(person, today)) continue;
    for (const { serviceId, permissions } of byDepartment.get(departmentKey(person.department)) ?? [])
      wishes.push({ serviceId, personId: person.id, seat: true, permissions });
  }
  return wishes;
}

/**
 * Finds people who hold a seat on a service with rules, although no rule gives it to them. Returns wishes to
 * free these seats; they are carried out only if a person asks for it.
 */
export function wishesBeyondRules(
  rules: Iterable<SeatRule>,
  seats: Iterable<Seat>,
  people: ReadonlyMap<string, Person>,
): readonly SeatWish[] {
  const given = new Set<string>();
  const ruled = new Set<ServiceId>();
  for (const { id, serviceId } of rules) {
    given.add(id);
    ruled.add(serviceId);
  }
  const beyond: SeatWish[] = [];
  for (const { serviceId, personId } of seats) {
    const person = people.get(personId);
    if (person === undefined || !ruled.has(serviceId) || given.has(seatRuleId(person.department, serviceId)))
      continue;
    beyond.push({ serviceId, personId, seat: false, permissions: null });
  }
  return beyond;
}
