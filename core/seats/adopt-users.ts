import type { PersonId } from '../kernel/id.ts';
import { emailKey, type Person } from '../people/person.ts';
import type { SeatBoard } from './plan-seats.ts';

/** A panel user who is a person of the staff list: both have the same e-mail address. */
export interface Adoption {
  readonly username: string;
  readonly personId: PersonId;
}

/**
 * Proposes which panel users belong to which people, by e-mail address. Only people without a seat on the
 * service are matched (rules H2, H3). People who have left are matched too: their user is an open task (rule
 * H5). A person is matched once.
 */
export function proposeAdoptions(
  { others, seatOf }: Pick<SeatBoard, 'others' | 'seatOf'>,
  people: ReadonlyMap<string, Person>,
): readonly Adoption[] {
  if (others.length === 0) return [];
  const wanted = new Map(others.map((user) => [emailKey(user.email), user.username]));
  const found: Adoption[] = [];
  for (const { id, email } of people.values()) {
    const key = emailKey(email);
    const username = wanted.get(key);
    if (username === undefined || seatOf.has(id)) continue;
    wanted.delete(key);
    found.push({ username, personId: id });
  }
  return found;
}
