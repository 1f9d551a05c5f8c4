import type { PersonId } from '../kernel/id.ts';
import { emailKey, type Person } from '../people/person.ts';
import type { SeatBoard } from './plan-seats.ts';

/** A user of the panel that is somebody of the staff list, by the e-mail address that both have. */
export interface Adoption {
  readonly username: string;
  readonly personId: PersonId;
}

/**
 * Panel users that were there before the staff list was, matched to people who have no seat on the service
 * yet (rules H2, H3).
 * People who have left are matched too: their user is an open task (rule H5). A person is matched once.
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
