import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Person } from '../../../../core/people/person.ts';
import { fullName, hasLeft } from '../../../../core/people/person.ts';
import type { PanelPlan } from '../../../../core/seats/panel-plan.ts';
import type { SeatBoard, SeatStatus } from '../../../../core/seats/plan-seats.ts';
import { fold } from '../../../text/fold.ts';

/**
 * What the list shows of a person: the seat's state on the chosen service, or that they have left. A seat
 * whose user the panel does not have yet is `to-create` or `creating`, not `assigned`.
 */
export type PersonStanding = SeatStatus | 'left' | 'to-create' | 'creating';

export interface PersonRow {
  readonly person: Person;
  readonly name: string;
  readonly standing: PersonStanding;
  readonly username: string | null;
}

export type StandingFilter = 'all' | 'assigned' | 'waiting' | 'left';
export type SortKey = 'name' | 'department' | 'email' | 'username' | 'standing';

const waitingStandings: ReadonlySet<PersonStanding> = new Set(['waiting', 'in-cart', 'ordered']);

const heldStandings: ReadonlySet<PersonStanding> = new Set(['assigned', 'to-create', 'creating']);

/** Whether a standing belongs to a filter of the list. */
export function matches(standing: PersonStanding, filter: StandingFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'assigned') return heldStandings.has(standing);
  return filter === 'waiting'
    ? waitingStandings.has(standing)
    : standing === 'left' || standing === 'left-holding';
}

/** Every person with their standing on a service; without a service nobody needs a seat. */
export function personRows(
  state: AppState,
  board: SeatBoard | undefined,
  plan: PanelPlan | undefined,
): readonly PersonRow[] {
  return [...state.workspace.people.values()].map((person) => {
    const status = board?.status.get(person.id);
    const panel = status === 'assigned' ? plan?.standing.get(person.id) : undefined;
    return {
      person,
      name: fullName(person),
      standing:
        panel === 'to-create' || panel === 'creating'
          ? panel
          : (status ?? (hasLeft(person, state.today) ? 'left' : 'not-needed')),
      username: board?.seatOf.get(person.id)?.username ?? null,
    };
  });
}

const order: readonly PersonStanding[] = [
  'left-holding',
  'waiting',
  'in-cart',
  'ordered',
  'to-create',
  'creating',
  'assigned',
  'not-needed',
  'left',
];
const collator = new Intl.Collator('it', { sensitivity: 'base', numeric: true });

const keyOf = (row: PersonRow, key: SortKey): string => {
  switch (key) {
    case 'name':
      return `${row.person.familyName} ${row.person.givenName}`;
    case 'department':
      return row.person.department;
    case 'email':
      return row.person.email;
    case 'username':
      return row.username ?? '~';
    case 'standing':
      return String(order.indexOf(row.standing));
  }
};

/** Sorted by a column, names breaking ties. */
function sorted(rows: readonly PersonRow[], key: SortKey, descending: boolean): readonly PersonRow[] {
  const keyed = rows.map((row) => ({ row, main: keyOf(row, key), name: keyOf(row, 'name') }));
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => sign * collator.compare(a.main, b.main) || collator.compare(a.name, b.name));
  return keyed.map(({ row }) => row);
}

/** What the person asked the list for; `department` null: all of them. */
export interface Asked {
  readonly standing: StandingFilter;
  readonly department: string | null;
  readonly query: string;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
}

/** Text of a person for searching, made once: a search looks through all of them at every letter. */
const searched = new WeakMap<Person, string>();

function searchText({ person, name }: PersonRow): string {
  const known = searched.get(person);
  if (known !== undefined) return known;
  const made = fold(`${name} ${person.email}`);
  searched.set(person, made);
  return made;
}

/** The rows that match the filters and every word of the search, without accents and case; sorted. */
export function shownRows(
  rows: readonly PersonRow[],
  { standing, department, query, sort }: Asked,
): readonly PersonRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const kept = rows.filter(
    (row) =>
      matches(row.standing, standing) &&
      (department === null || row.person.department === department) &&
      words.every((word) => searchText(row).includes(word)),
  );
  return sorted(kept, sort.key, sort.descending);
}
