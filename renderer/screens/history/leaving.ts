import type { AppState } from '../../../core/desk/rows/state.ts';
import { addMonths, type Day } from '../../../core/kernel/day.ts';
import { fullName, type Person } from '../../../core/people/person.ts';

/** How many months the picture shows, from the current one on. */
const monthsShown = 12;

/** Somebody whose last day is known, and how many users they hold. */
export interface Leaving {
  readonly person: Person;
  readonly name: string;
  readonly on: Day;
  readonly seats: number;
}

/** Who leaves from today on, the first first, with the users that are to be freed. */
export function leavingPeople({ workspace: { people, seats }, today }: AppState): readonly Leaving[] {
  const held = new Map<string, number>();
  for (const { personId } of seats.values()) held.set(personId, (held.get(personId) ?? 0) + 1);
  return [...people.values()]
    .flatMap((person): readonly Leaving[] =>
      person.end === null || person.end < today
        ? []
        : [{ person, name: fullName(person), on: person.end, seats: held.get(person.id) ?? 0 }],
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name.localeCompare(b.name, 'it')));
}

/** The same by month. Months in which nobody leaves are empty. */
export function leavingByMonth(
  leaving: readonly Leaving[],
  today: Day,
): readonly { readonly month: string; readonly leaving: readonly Leaving[] }[] {
  const first = `${today.slice(0, 7)}-01` as Day;
  return Array.from({ length: monthsShown }, (_, index) => addMonths(first, index).slice(0, 7)).map(
    (month) => ({ month, leaving: leaving.filter(({ on }) => on.startsWith(month)) }),
  );
}
